#!/usr/bin/env bash
# Shows where the processor's time and the memory go: runs work of bench/run.sh once, recorded, and prints the methods that take
# most.
#   bench/profile.sh [--symbols N] [--work "fill rows"] [--program jvm|native] [--keep DIR]
#     --program   jvm (the default, recorded by JFR, with what is allocated where) or native (by perf, one line per function;
#                 their names need an executable built with -Dnative.more-arguments=,-H:-DeleteLocalSymbols)
#     --keep      folder for the recordings; without it they are deleted
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
symbols=300 works='fill rows' program=jvm keep=
fail() { echo "profile: $*" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --symbols) symbols=$2 ;;
    --work) works=$2 ;;
    --program) program=$2 ;;
    --keep) keep=$2 ;;
    *) fail "unknown option $1; see the head of bench/profile.sh" ;;
  esac
  shift 2
done
# shellcheck source=build/jdk.sh
. "$home/build/jdk.sh"
folder=${keep:-$(mktemp -d)}
[ -n "$keep" ] || trap 'rm -rf "$folder"' EXIT
case $program in
  jvm) ;;
  native) command -v perf >/dev/null || fail "perf is not installed; install it (apt-get install linux-perf)" ;;
  *) fail "unknown program '$program' (expected jvm or native)" ;;
esac
"$home/bench/run.sh" --symbols "$symbols" --runs 1 --programs "$program" --work "$works" --profile "$folder"
for work in $works; do
  echo
  echo "== $work, $symbols symbols"
  if [ "$program" = native ]; then
    perf report -i "$folder/$work.perf" --no-children --sort symbol 2>/dev/null | grep -v '^#' | grep . | head -n 40
  else
    "$JAVA_HOME/bin/jfr" view --width 120 --truncate beginning hot-methods "$folder/$work.jfr"
    "$JAVA_HOME/bin/jfr" view --width 120 --truncate beginning allocation-by-site "$folder/$work.jfr"
    "$JAVA_HOME/bin/jfr" view --width 120 gc-pauses "$folder/$work.jfr"
  fi
done
