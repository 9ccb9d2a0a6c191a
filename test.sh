#!/usr/bin/env bash
# Runs all tests and checks: formatting, null safety, architecture, unit and end-to-end tests. It first checks for the programs
# that the tests use (build/test-programs.sh). Its last lines list what failed and what was left out.
#   --no-install   installs no missing programs
#   --faults       runs only the long fault tests (tag "faults"): all of them, even if some fail
#   --native       runs the end-to-end tests on the executable target/exdate (or EXDATE_PROGRAM) instead of the Java program
#   --clock WHEN   runs program and database with another clock: a date and time in New York ('2028-02-29 20:00'), or all:
#                  one run for each special day and hour
# All other arguments go to Maven.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=build/jdk.sh
. build/jdk.sh
programs=()
arguments=()
clock=
while [ $# -gt 0 ]; do
  case $1 in
    --no-install) programs+=("$1") ;;
    --native)
      export EXDATE_PROGRAM=${EXDATE_PROGRAM:-$PWD/target/exdate}
      [ -x "$EXDATE_PROGRAM" ] || { echo "test: $EXDATE_PROGRAM not found; build it with ./native-build.sh" >&2; exit 2; }
      # What Quarkus' own tests start: the executable, although the Java program is built after it.
      mkdir -p target/executable
      ln -sfn "$(realpath "$EXDATE_PROGRAM")" target/executable/exdate
      printf 'type=native\npath=exdate\n' >target/executable/quarkus-artifact.properties
      arguments+=(-Dtest=NoneButTheProgramsOwn -Dsurefire.failIfNoSpecifiedTests=false -Dtraining.skip=true
        -Dpackaged.arguments= "-Dbuild.output.directory=$PWD/target/executable" "-Dnative.image.path=$(realpath "$EXDATE_PROGRAM")") ;;
    --faults)
      programs+=("$1")
      arguments+=(-Dgroups=faults -DexcludedGroups=none -Dtest.failures.wait=true) ;;
    --clock)
      programs+=("$1")
      clock=${2:?--clock names no time; see the head of test.sh}
      shift ;;
    -Dit.test=*) arguments+=("$1" -Dtraining.skip=true) ;;
    *) arguments+=("$1") ;;
  esac
  shift
done

build/test-programs.sh ${programs[@]+"${programs[@]}"}

run() {
  rm -rf target/surefire-reports target/failsafe-reports
  local code=0
  mvn -B -ntp verify "$@" || code=$?
  build/test-results.sh || [ "$code" != 0 ] || code=1
  return "$code"
}

# The tests and the programs they start run with this time offset in seconds; Maven itself does not.
run_at() {
  local library seconds
  library=$(compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' | head -n 1) ||
    { echo "test: --clock needs libfaketime" >&2; return 2; }
  seconds=$(($(TZ=America/New_York date -d "$1" +%s) - $(date +%s))) ||
    { echo "test: --clock invalid time '$1' (expected YYYY-MM-DD HH:MM)" >&2; return 2; }
  echo "test: the clock shows $1 in New York"
  run -Pclock -Dclock.library="$library" -Dclock.shift="$(printf '%+d' "$seconds")" ${arguments[@]+"${arguments[@]}"}
}

if [ -z "$clock" ]; then
  run ${arguments[@]+"${arguments[@]}"}
elif [ "$clock" != all ]; then
  run_at "$clock"
else
  # A Saturday, a holiday, the turn of the year, 29 February, both changes of daylight saving time, market hours.
  failed=()
  for time in '2026-12-05 15:00' '2027-01-18 11:00' '2026-12-31 23:57' '2028-02-29 20:00' '2027-03-14 01:57' \
    '2027-11-07 00:57' '2027-01-20 11:00'; do
    run_at "$time" || failed+=("$time")
  done
  [ ${#failed[@]} = 0 ] || { printf 'test: failed under the clock %s\n' "${failed[@]}" >&2; exit 1; }
fi
