#!/usr/bin/env bash
# All tests and checks: formatting, null safety, architecture, unit and end-to-end tests. With --faults the long tests of
# what may break instead: those with the tag "faults" alone. With --native the end-to-end tests on the executable
# target/exdate (or what EXDATE_PROGRAM names) instead of the Java program. All else is handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=build/jdk.sh
. build/jdk.sh
arguments=()
for argument in "$@"; do
  case $argument in
    --native)
      export EXDATE_PROGRAM=${EXDATE_PROGRAM:-$PWD/target/exdate}
      [ -x "$EXDATE_PROGRAM" ] || { echo "test: $EXDATE_PROGRAM is not there; build it with ./native-build.sh" >&2; exit 2; }
      arguments+=(-Dtest=NoneButTheProgramsOwn -Dsurefire.failIfNoSpecifiedTests=false) ;;
    --faults) arguments+=(-Dgroups=faults -DexcludedGroups=none) ;;
    *) arguments+=("$argument") ;;
  esac
done
exec mvn -B -ntp verify "${arguments[@]}"
