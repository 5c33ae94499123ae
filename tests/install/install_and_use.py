"""Installs, moves the prefix elsewhere (it must not matter), then builds and runs programs against it, found once
with CMake's find_package and once with pkg-config. They print the library's version."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD, VERSION, CMAKE, CC, CXX = sys.argv[1:6]


def run(*command, **more):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False,
                         stdin=subprocess.DEVNULL, **more)
    if ran.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nexit code {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def expect(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: expected {wanted!r}, got {got!r}")
    print(f"{what}: {got}")


def install(scratch):
    first, prefix = scratch / "first prefix", scratch / "prefix"
    run(CMAKE, "--install", BUILD, "--prefix", first)
    first.rename(prefix)
    libraries = sorted(path.name for path in prefix.rglob("libactivateur.so*"))
    expect("libraries", libraries, ["libactivateur.so", f"libactivateur.so.{VERSION}", "libactivateur.so.1"])
    return prefix


def with_cmake(scratch, prefix):
    tree = scratch / "cmake"
    run(CMAKE, "-S", HERE / "consumer", "-B", tree, f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_C_COMPILER={CC}",
        f"-DCMAKE_CXX_COMPILER={CXX}")
    run(CMAKE, "--build", tree)
    expect("C through find_package", run(tree / "hello_c").strip(), VERSION)
    expect("C++ through find_package", run(tree / "hello_cpp").strip(), VERSION)


def with_pkg_config(scratch, prefix):
    description = next(prefix.rglob("activateur.pc"))
    environment = {**os.environ, "PKG_CONFIG_PATH": str(description.parent)}
    expect("pkg-config version", run("pkg-config", "--modversion", "activateur", env=environment).strip(), VERSION)
    library = next(prefix.rglob("libactivateur.so")).parent
    for name, compiler, standard in (("hello.c", CC, "-std=c11"), ("hello.cpp", CXX, "-std=c++20")):
        flags = run("pkg-config", "--cflags", "--libs", "activateur", env=environment).split()
        program = scratch / f"pc_{name.replace('.', '_')}"
        run(compiler, standard, "-Wall", "-Wextra", "-pedantic", "-Werror", HERE / "consumer" / name, "-o", program,
            *flags)
        expect(f"{name} through pkg-config",
               run(program, env={**os.environ, "LD_LIBRARY_PATH": str(library)}).strip(), VERSION)


def main():
    if not (pathlib.Path(BUILD) / "ActivateurConfig.cmake").exists():
        print("skipped: this tree installs nothing yet")
        sys.exit(77)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="activateur-install-"))
    try:
        prefix = install(scratch)
        with_cmake(scratch, prefix)
        with_pkg_config(scratch, prefix)
        program = prefix / "bin" / "activateur"
        # Without its own library path in the environment: the program must find the library beside it.
        expect("the command line finds its library", VERSION in run(program, "--version"), True)
        # The demo needs the data and a plugin that were installed.
        told = json.loads(run(program, "demo", "--json", "--output", scratch / "demo"))
        pages = [pathlib.Path(page).stat().st_size > 1000 for page in told["reports"]]
        expect("the demo writes its reports from the prefix", pages, [True, True])
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
