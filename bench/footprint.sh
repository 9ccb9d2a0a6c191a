#!/usr/bin/env bash
# Measures time and memory of the program and prints a table (min, median, max).
#   bench/footprint.sh [PROGRAM]     default target/exdate
# RUNS (10) and RUNS_LARGE (3) set how often each is measured; SYMBOLS (300) and SYMBOLS_LARGE (20000; 0 skips it) set the
# size of the made-up markets. Needs GNU time and PostgreSQL's server programs. Everything stays on loopback and in a
# temporary folder that is deleted at the end.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
program=$(readlink -f "${1:-$home/target/exdate}")
runs=${RUNS:-10} runs_large=${RUNS_LARGE:-3} symbols=${SYMBOLS:-300} symbols_large=${SYMBOLS_LARGE:-20000}

[ -x "$program" ] || { echo "footprint: $program not found; build it with ./native-build.sh" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "footprint: GNU time is not installed; install it (apt-get install time)" >&2; exit 2; }

work=$(mktemp -d)
started=()
finish() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
export LC_ALL=C.UTF-8 EXDATE_LOG_DIR=$work/logs EXDATE_BACKUP_DIR=$work/backups
unset DATABASE_URL PGHOST FMP_API_KEY ALPHA_VANTAGE_API_KEY

# Starts one of Exdate's servers and waits for its "ready" line.
serve() {
  local out=$1
  shift
  "$program" "$@" >"$out" 2>&1 &
  started+=($!)
  local waited
  for waited in $(seq 600); do
    grep -q ^ready "$out" && return 0
    sleep 0.2
  done
  echo "footprint: not ready after $((waited / 5)) s: $*" >&2
  cat "$out" >&2
  exit 1
}

# Prints a row of the table from numbers on standard input, one per line.
row() {
  sort -g | awk -v label="$1" -v unit="$2" -v goal="$3" '
    { value[NR] = $1 }
    END {
      median = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
      printf "| %-44s | %8.1f | %8.1f | %8.1f | %-3s | %-8s | %4d |\n", label, value[1], median, value[NR], unit, goal, NR
    }'
}

milliseconds() {
  local run before after
  for run in $(seq "$runs"); do
    before=$EPOCHREALTIME
    "$@" >/dev/null 2>&1
    after=$EPOCHREALTIME
    awk -v a="$before" -v b="$after" 'BEGIN { print (b - a) * 1000 }'
  done
}

megabytes() {
  local run
  for run in $(seq "$runs"); do
    /usr/bin/time -f %M -o peak "$@" >/dev/null 2>&1
    awk '{ print $1 / 1024 }' peak
  done
}

# Measures a whole run on an empty database: its own peak memory (without pg_dump and the browser) and its seconds.
daily_run() {
  local sources=$1 number=$2 pid peak line before=$EPOCHREALTIME
  rm -rf "$work/data" "$work/logs" "$work/backups"
  EXDATE_DATA_DIR=$work/data "$program" run --private --force --discover=always --sources "$sources" >run.out 2>&1 &
  pid=$!
  peak=0
  while line=$(grep VmHWM "/proc/$pid/status" 2>/dev/null); do
    peak=${line//[!0-9]/}
    sleep 0.05
  done
  wait "$pid" || { echo "footprint: run $number failed:" >&2; tail -n 20 run.out >&2; exit 1; }
  awk -v kb="$peak" 'BEGIN { print kb / 1024 }' >>peaks
  awk -v a="$before" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }' >>seconds
}

daily_runs() {
  local count=$1 size=$2 goal=$3 number
  rm -f peaks seconds
  serve "sandbox$size.out" sandbox --symbols "$size" --write-sources "$work/sources$size.properties"
  for number in $(seq "$count"); do daily_run "$work/sources$size.properties" "$number"; done
  row "run, $size symbols, peak memory" MB "$goal" <peaks
  row "run, $size symbols, whole time" s - <seconds
}

printf '| %-44s | %8s | %8s | %8s | %-3s | %-8s | %4s |\n' what min median max '' goal runs
echo '|----------------------------------------------|----------|----------|----------|-----|----------|------|'
stat -c %s "$program" | awk '{ print $1 / 1000000 }' | row executable MB '<= 62'
milliseconds "$program" --version | row '--version, time' ms '<= 6'
megabytes "$program" --version | row '--version, peak memory' MB '<= 16'
milliseconds "$program" --help | row '--help, time' ms -
megabytes "$program" --help | row '--help, peak memory' MB -
printf '{"data":{"calendar":{"rows":null}},"status":{"rCode":200}}' >empty.json
milliseconds "$program" parse nasdaq/calendar empty.json | row 'parse, time' ms -
megabytes "$program" parse nasdaq/calendar empty.json | row 'parse, peak memory' MB -

daily_runs "$runs" "$symbols" '<= 95'
serve database.out database --data "$work/data"
export DATABASE_URL=postgresql://exdate:$(cat data/database.password)@127.0.0.1:$(cat data/database.port)/exdate
"$program" status | grep -q 'Total symbols' || { echo "footprint: the database for status is not filled" >&2; exit 1; }
milliseconds "$program" status | row "status, $symbols symbols, time" ms '<= 100'
megabytes "$program" status | row "status, $symbols symbols, peak memory" MB -
unset DATABASE_URL
if [ "$symbols_large" -gt 0 ]; then
  kill "${started[@]}"
  wait "${started[@]}" 2>/dev/null || true
  started=()
  daily_runs "$runs_large" "$symbols_large" '<= 150'
fi
