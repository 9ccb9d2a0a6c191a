#!/usr/bin/env bash
# All tests and checks: formatting, null safety, architecture, unit and end-to-end tests. With --faults the long tests of
# what may break instead: those with the tag "faults" alone. With --native the end-to-end tests on the executable
# target/exdate (or what EXDATE_PROGRAM names) instead of the Java program. All else is handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=build/jdk.sh
. build/jdk.sh
if [ "${1:-}" = --native ]; then
  shift
  export EXDATE_PROGRAM=${EXDATE_PROGRAM:-$PWD/target/exdate}
  [ -x "$EXDATE_PROGRAM" ] || { echo "test: $EXDATE_PROGRAM is not there; build it with ./native-build.sh" >&2; exit 2; }
  set -- -Dtest=NoneButTheProgramsOwn -Dsurefire.failIfNoSpecifiedTests=false "$@"
fi
if [ "${1:-}" = --faults ]; then
  shift
  set -- -Dgroups=faults -DexcludedGroups=none "$@"
fi
exec mvn -B -ntp verify "$@"
