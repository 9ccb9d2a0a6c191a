#!/usr/bin/env bash
# Checks for the programs that the tests use: Chromium, PostgreSQL's client and server programs. As root on a system with
# apt-get, it installs missing ones; otherwise, and with --no-install, it prints how to install them. Tests that need a missing
# program are skipped, so it still exits with 0; with --complete, a missing program is a failure.
# --faults and --clock also need libfaketime.
set -euo pipefail
install=yes
complete=no
clock=no
for argument in "$@"; do
  case $argument in
    --no-install) install=no ;;
    --complete) complete=yes ;;
    --faults | --clock) clock=yes ;;
    *) echo "test-programs: unknown option $argument" >&2; exit 2 ;;
  esac
done

on_path() {
  local name
  for name in "$@"; do
    ! command -v "$name" >/dev/null || return 0
  done
  return 1
}

# Debian's pg_dump on PATH is only a wrapper and does not work alone.
look() {
  missing=()
  on_path chromium chromium-browser google-chrome-stable google-chrome chrome || missing+=(chromium)
  pg_dump --version >/dev/null 2>&1 || compgen -G '/usr/lib/postgresql/*/bin/pg_dump' >/dev/null || missing+=(postgresql-client)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || on_path initdb || missing+=(postgresql)
  [ "$clock" = no ] || compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || missing+=(libfaketime)
}

# The same command on this system; Debian's package names if the system is unknown.
command_for() {
  local names=" $* "
  if on_path dnf; then
    names=${names/ postgresql-client / postgresql }
    echo "dnf install${names/ postgresql / postgresql postgresql-server }"
  elif on_path brew; then
    names=${names/ postgresql-client / postgresql }
    echo "brew install${names% }"
  else
    echo "apt-get install --no-install-recommends${names% }"
  fi
}

look
[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$install" = yes ] && [ "$(id -u)" = 0 ] && on_path apt-get; then
  echo "test: installing ${missing[*]}, which the tests use (--no-install skips this)"
  log=$(mktemp)
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } \
    >"$log" 2>&1; then
    tail -n 5 "$log" >&2
  fi
  rm -f "$log"
  look
  [ ${#missing[@]} -gt 0 ] || exit 0
fi
echo "test: not installed: ${missing[*]}; tests that need them are skipped. To install them, as root:"
echo "  $(command_for "${missing[@]}")"
[ "$complete" = no ] || exit 1
