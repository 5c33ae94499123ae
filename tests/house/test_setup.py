"""scripts/setup says one clear sentence for each thing that can go wrong, and leaves a system that has all alone."""

import os
import shutil
import signal
import subprocess
import time
import unittest

from stand_ins import ALL_THERE, Place

ONE_MISSING = 'for p in "$@"; do case "$p" in -*|\\$*|ninja-build) ;; *) printf "ii %s " "$p" ;; esac; done; exit 1\n'
FULL = 'printf "Filesystem 1M-blocks Used Available Use%% On\\nd 9 9 120 1%% /\\n"\n'
# apt-get does as its stand-in says for each of its three calls: update, install --simulate, install.
APT = """case "$*" in
  *update*) echo called-update; {update} ;;
  *--simulate*) {simulate} ;;
  *) echo called-install; {install} ;;
esac
"""


def apt(update=":", simulate=":", install=":"):
    return APT.format(update=update, simulate=simulate, install=install)


class Setup(Place):
    def setUp(self):
        super().setUp()
        self.stand_in("dpkg-query", ONE_MISSING)
        self.stand_in("apt-get", apt())

    def test_nothing_is_done_when_all_is_there(self):
        self.stand_in("dpkg-query", ALL_THERE)
        self.stand_in("apt-get", "echo touched >&2; exit 1\n")
        ran = self.run_script("setup")
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertRegex(ran.stdout, r"^All \d+ packages are installed\.\n$")

    def test_what_is_missing_is_installed(self):
        ran = self.run_script("setup")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("To install: ninja-build\n", ran.stdout)
        self.assertIn("called-install", ran.stdout)
        self.assertTrue(ran.stdout.endswith("Installed: ninja-build\n"), ran.stdout)
        self.assertEqual(list(self.scratch.glob("*.log")), [])

    def test_arguments_are_refused(self):
        ran = self.run_script("setup", "--all")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("takes no argument", ran.stderr)

    def test_no_apt(self):
        (self.tools / "apt-get").unlink()
        self.assert_gives_up("setup", "This system has no apt-get", "Ce système n'a pas apt-get")

    def test_neither_root_nor_sudo(self):
        self.stand_in("id", "echo 1000\n")
        self.assert_gives_up("setup", "sudo is not there", "sudo est absent")

    def test_sudo_refuses(self):
        self.stand_in("id", "echo 1000\n")
        self.stand_in("sudo", "exit 1\n")
        self.assert_gives_up("setup", "sudo refused", "sudo a refusé")

    def test_sudo_is_used_without_root(self):
        self.stand_in("id", "echo 1000\n")
        self.stand_in("sudo", 'echo "with sudo: $2"; shift; exec "$@"\n')
        ran = self.run_script("setup")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("with sudo: env", ran.stdout)

    def test_disk_too_full(self):
        self.stand_in("df", FULL)
        self.assert_gives_up("setup", "/ has 120 MB free and 3000 MB are needed", "/ a 120 Mo libres et il en faut 3000")

    def test_no_network(self):
        self.stand_in("apt-get", apt(update="exit 100", simulate="exit 100"))
        self.assert_gives_up("setup", "The package server cannot be reached", "Le serveur de paquets est injoignable")

    def test_failed_update_is_no_matter_when_the_lists_suffice(self):
        self.stand_in("apt-get", apt(update="exit 100"))
        self.assertEqual(self.run_script("setup").returncode, 0)

    def test_network_lost_while_fetching(self):
        self.stand_in("apt-get", apt(install='echo "E: Failed to fetch ninja-build"; exit 100'))
        self.assert_gives_up("setup", "The package server cannot be reached", "Le serveur de paquets est injoignable")

    def test_package_not_found(self):
        self.stand_in("apt-get", apt(simulate="exit 100"))
        self.assert_gives_up("setup", "The package ninja-build cannot be found", "Le paquet ninja-build est introuvable")

    def test_disk_fills_up(self):
        self.stand_in("apt-get", apt(install='echo "write: No space left on device"; exit 100'))
        self.assert_gives_up("setup", "The disk filled up", "Le disque s'est rempli")

    def test_any_other_failure_of_apt(self):
        self.stand_in("apt-get", apt(install="exit 100"))
        self.assert_gives_up("setup", "apt-get could not install", "apt-get n'a pas pu installer")

    def test_interruption(self):
        self.stand_in("apt-get", apt(install="sleep 30"))
        ran = subprocess.Popen([shutil.which("bash"), str(self.scripts / "setup")], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL,
                               env=self.environment("fr_FR.UTF-8"), start_new_session=True)
        while "called-install" not in ran.stdout.readline():
            time.sleep(0.01)
        os.killpg(ran.pid, signal.SIGTERM)
        _, said = ran.communicate(timeout=20)
        self.assertEqual(ran.returncode, 130, said)
        self.assertIn("Interrompu : rien n'est perdu, relancez la même commande", said)


if __name__ == "__main__":
    unittest.main()
