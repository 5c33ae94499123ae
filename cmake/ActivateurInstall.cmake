# What is installed: the shared library, its C and C++ headers, the command line, plugins, data, licence, and the
# two ways to find them (CMake package Activateur, pkg-config activateur). Everything is relocatable.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

if(NOT TARGET activateur OR NOT TARGET activateur_cpp)
  return()
endif()

# The command line finds the library beside it wherever the prefix is. Plugins install themselves (plugins/).
file(RELATIVE_PATH library_from_programs /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
set(plugin_directory ${CMAKE_INSTALL_LIBDIR}/activateur/plugins)

install(TARGETS activateur EXPORT ActivateurTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS activateur_cpp EXPORT ActivateurTargets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/c-api/include/activateur DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/sdk/include/activateur DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/activateur)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/activateur
        FILES_MATCHING PATTERN "*.json")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(TARGET activateur_cli)
  set_target_properties(activateur_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${library_from_programs}")
  install(TARGETS activateur_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

set(package_directory ${CMAKE_INSTALL_LIBDIR}/cmake/Activateur)
install(EXPORT ActivateurTargets NAMESPACE Activateur:: DESTINATION ${package_directory})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/ActivateurConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/ActivateurConfig.cmake
                              INSTALL_DESTINATION ${package_directory} PATH_VARS plugin_directory)
# 0.x: a minor version may change the C++ wrapper; the C ABI is told apart by its SONAME.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ActivateurConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ActivateurConfig.cmake ${PROJECT_BINARY_DIR}/ActivateurConfigVersion.cmake
        DESTINATION ${package_directory})

file(RELATIVE_PATH prefix_from_pkgconfig /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/activateur.pc.in ${PROJECT_BINARY_DIR}/activateur.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/activateur.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
