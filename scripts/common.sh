# shellcheck shell=bash disable=SC2034
# Shared by setup, demo and test; sourced, never run.
# Exit codes of all three: 0 done; 1 done and the answer is no (a gate failed); 2 wrong usage;
# 3 could not be done, said in one sentence; 130 interrupted.

set -uo pipefail
export LC_CTYPE=C.UTF-8

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
logs=$root/build/logs

# Messages follow the locale; anything but French gets English.
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
  fr*) french=yes ;;
  *) french=no ;;
esac

# say ENGLISH FRENCH
say() {
  if [ "$french" = yes ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# give_up ENGLISH FRENCH: could not be done
give_up() {
  say "$1" "$2" >&2
  exit 3
}

on_interrupt() {
  trap - INT TERM HUP
  printf '\n' >&2
  say "Interrupted: nothing is lost, run the same command again and it goes on from here." \
    "Interrompu : rien n'est perdu, relancez la même commande et elle reprendra ici." >&2
  exit 130
}
trap on_interrupt INT TERM HUP

# need_space DIRECTORY MEGABYTES: gives up when the file system that holds DIRECTORY has less free.
need_space() {
  local free
  free=$(df -Pm -- "$1" 2>/dev/null | awk 'NR == 2 { print $4 }')
  if [ -n "$free" ] && [ "$free" -lt "$2" ]; then
    give_up "The disk is too full: $1 has $free MB free and $2 MB are needed; free some space and run this again." \
      "Le disque est trop plein : $1 a $free Mo libres et il en faut $2 ; libérez de la place puis relancez."
  fi
}

# On a terminal, ninja's and apt's progress stays on one line; elsewhere every line is kept.
show_progress() {
  if [ -t 1 ]; then
    local line columns=${COLUMNS:-100}
    while IFS= read -r line; do
      case "$line" in
        \[*/*\]* | Get:* | Unpacking* | Selecting* | Preparing* | Setting\ up*)
          printf '\r\033[K%s' "${line:0:columns-1}" ;;
        *) printf '\r\033[K%s\n' "$line" ;;
      esac
    done
    printf '\r\033[K'
  else
    cat
  fi
}

# logged FILE COMMAND...: runs the command with its output both shown and kept in FILE; its status is the result.
logged() {
  local log=$1
  shift
  "$@" </dev/null 2>&1 | tee -- "$log" | show_progress
  return "${PIPESTATUS[0]}"
}

processors() {
  nproc 2>/dev/null || echo 2
}

# configure PRESET LOG: starts afresh when the checkout was moved, since CMake refuses a cache from elsewhere.
configure() {
  local cache=$root/build/$1/CMakeCache.txt fresh=()
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    fresh=(--fresh)
  fi
  (cd -- "$root" && cmake --preset "$1" ${fresh[@]+"${fresh[@]}"} -Wno-dev </dev/null >"$2" 2>&1)
}
