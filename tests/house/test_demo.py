"""scripts/demo and scripts/test: arguments, failures in one sentence, and no care for where they are or run from."""

import unittest

from stand_ins import Place

# cmake stands in for configuring (--preset) and building (--build); what it builds tells its arguments.
CMAKE = """case "$*" in
  *--preset*) {configure} ;;
  *--build*) {build} ;;
esac
"""
BUILDS = """echo "[1/1] Linking"; mkdir -p "$2/bin"
  printf '#!%s\\nprintf "<%%s>" "$@"\\n' "$BASH" > "$2/bin/activateur"; chmod +x "$2/bin/activateur\""""


class Demo(Place):
    def cmake(self, configure=":", build=BUILDS):
        self.stand_in("cmake", CMAKE.format(configure=configure, build=build))

    def test_report_goes_to_build_demo_by_default(self):
        self.cmake()
        ran = self.run_script("demo", "--lang", "en")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        project = self.scripts.parent
        self.assertTrue(ran.stdout.endswith(f"<demo><--output><{project}/build/demo><--lang><en>"), ran.stdout)

    def test_output_that_is_given_is_kept(self):
        self.cmake()
        ran = self.run_script("demo", "--output", self.scratch / "an other place")
        self.assertTrue(ran.stdout.endswith(f"<demo><--output><{self.scratch}/an other place>"), ran.stdout)

    def test_progress_of_the_build_is_shown(self):
        self.cmake()
        self.assertIn("[1/1] Linking", self.run_script("demo").stdout)

    def test_failed_configuration(self):
        self.cmake(configure="echo no compiler; exit 1")
        self.assert_gives_up("demo", "The build could not be configured", "La configuration de la construction a échoué")
        log = self.scripts.parent / "build/logs/demo-configure.log"
        self.assertEqual(log.read_text(), "no compiler\n")

    def test_failed_build(self):
        self.cmake(build="echo error: x.cpp; exit 1")
        self.assert_gives_up("demo", "The build failed", "La construction a échoué")

    def test_disk_too_full(self):
        self.cmake()
        self.stand_in("df", 'printf "h\\nd 9 9 120 1%% /\\n"\n')
        self.assert_gives_up("demo", "has 120 MB free and 1000 MB are needed", "a 120 Mo libres et il en faut 1000")

    def test_failed_setup_stops_the_demo(self):
        self.cmake()
        (self.tools / "apt-get").unlink()
        self.assert_gives_up("demo", "This system has no apt-get", "Ce système n'a pas apt-get")


class Test(Place):
    def test_unknown_argument_is_refused(self):
        ran = self.run_script("test", "--fast")
        self.assertEqual(ran.returncode, 2)
        self.assertEqual(ran.stderr, "Unknown argument --fast; usage: scripts/test [--quick|--full]\n")

    def test_quick_builds_and_tests_the_release_tree_alone(self):
        self.stand_in("cmake", 'echo "cmake $*"\n')
        self.stand_in("ctest", 'echo "ctest $*"\n')
        ran = self.run_script("test", "--quick")
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        self.assertEqual([line.split(" --parallel")[0] for line in ran.stdout.split("\n") if line.startswith("c")],
                         ["cmake --build build/release", "ctest --preset release"])

    def test_failed_build_fails_whatever_the_tests_say(self):
        self.stand_in("cmake", 'case "$1" in --build) echo "error: x.cpp"; exit 1 ;; esac\n')
        self.stand_in("ctest", "echo 100% tests passed\n")
        ran = self.run_script("test", "--quick")
        self.assertEqual(ran.returncode, 1, ran.stdout + ran.stderr)
        self.assertIn("== build: FAILED", ran.stdout)
        self.assertIn("Gates that failed: build", ran.stdout)

    def test_failed_tests_fail(self):
        self.stand_in("cmake", ":\n")
        self.stand_in("ctest", "exit 8\n")
        self.assertEqual(self.run_script("test", "--quick").returncode, 1)


if __name__ == "__main__":
    unittest.main()
