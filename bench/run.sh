#!/usr/bin/env bash
# Measures what the program's work costs: time, CPU, memory, requests, rows and WAL, in turn for each program, and prints one
# table of medians.
#   bench/run.sh [--symbols N] [--pace default|unlimited] [--work "fill nights rows again whole"] [--runs N]
#                [--programs "native jvm"] [--peer DIR]
#     --symbols   size of the made-up market (300)
#     --pace      unlimited (default), or default: the pace that the sources have without settings
#     --work      what is measured (default: fill nights rows again whole):
#                   fill    the update alone after discovery: five years of each symbol
#                   nights  the update alone on a database that stands three sessions back
#                   rows    the update alone of the last six sessions into a database without prices
#                   again   the whole run repeated the same evening
#                   whole   the whole run into an empty database
#     --runs      how often each is measured (3)
#     --programs  native (target/exdate, or EXDATE_PROGRAM), jvm (the Java program); default: whichever is built
#     --peer      folder of another implementation to measure beside it: peer.py --sources FILE --date DAY [--only STEPS]
#                 --writer copy, which reads the same sources file and writes the same tables
#     --figures   file to append the medians to, for bench/plot.py
#     --profile   folder for a profile of each measured run: by JFR of the Java program, by perf of the executable
# DAY and BEFORE name the market days (2026-11-27 and 2026-11-24). Needs GNU time and PostgreSQL's programs. Everything stays on
# loopback and in a temporary folder that is deleted at the end. CPU is the program's own (for whole and again with pg_dump),
# PostgreSQL's stands apart; the peak is of the program alone.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
symbols=300 pace=unlimited works='fill nights rows again whole' runs=3 programs= peer= figures= profile=
day=${DAY:-2026-11-27} before=${BEFORE:-2026-11-24}
native=$(readlink -f "${EXDATE_PROGRAM:-$home/target/exdate}") jar=$home/target/quarkus-app/quarkus-run.jar
fail() { echo "bench: $*" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --symbols) symbols=$2 ;;
    --pace) pace=$2 ;;
    --work) works=$2 ;;
    --runs) runs=$2 ;;
    --programs) programs=$2 ;;
    --peer) peer=$(readlink -f "$2") ;;
    --figures) figures=$(readlink -f "$2") ;;
    --profile) mkdir -p "$2"; profile=$(readlink -f "$2") ;;
    *) fail "unknown option $1; see the head of bench/run.sh" ;;
  esac
  shift 2
done
case $pace in default | unlimited) ;; *) fail "unknown pace '$pace' (expected default or unlimited)" ;; esac
# shellcheck source=build/jdk.sh
. "$home/build/jdk.sh"
[ -n "$programs" ] || programs="$([ -x "$native" ] && echo native) $([ -f "$jar" ] && echo jvm)"
[ -n "${programs// /}" ] || fail "nothing is built; run ./native-build.sh or ./exdate first"
[ -z "$peer" ] || programs="$programs peer"
[ -x /usr/bin/time ] || fail "GNU time is not installed; install it (apt-get install time)"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || fail "PostgreSQL's server programs are not installed; install them (apt-get install postgresql)"

work=$(mktemp -d)
chmod 755 "$work"
started=()
# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi; }
finish() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; done
  [ ! -d "$work/server" ] || as_server "$bin/pg_ctl" -D "$work/server" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
export LC_ALL=C.UTF-8 EXDATE_LOG_DIR=$work/logs EXDATE_BACKUP_DIR=$work/backups EXDATE_DATA_DIR=$work/data EXDATE_BACKUP_VERIFY=list
unset DATABASE_URL FMP_API_KEY ALPHA_VANTAGE_API_KEY

# Sets `command` to what starts a program: Exdate's executable, its Java program, or the peer.
choose() {
  case $1 in
    native) command=("$native" ${EXDATE_OPTIONS:-}) ;;
    jvm) command=("$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED
      -Dsun.net.httpserver.nodelay=true -jar "$jar") ;;
    peer) command=(/usr/bin/python3 "$peer/peer.py" --backups "$work/backups" --writer copy) ;;
    *) fail "unknown program '$1' (expected native or jvm)" ;;
  esac
}
servant=${programs%% *}
[ "$servant" != peer ] || fail "a peer alone cannot serve the made-up market; build the program first"

start_server() {
  export PGHOST=127.0.0.1 PGUSER=exdate PGPORT
  PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  if [ "$(id -u)" = 0 ]; then install -d -o nobody "$work/server"; else mkdir "$work/server"; fi
  as_server "$bin/initdb" -D "$work/server" -U exdate -A trust -E UTF8 >server.out 2>&1
  as_server "$bin/pg_ctl" -D "$work/server" -w -l "$work/server/log" start \
    -o "-p $PGPORT -k $work/server -c listen_addresses=127.0.0.1 -c max_wal_size=4GB -c shared_buffers=512MB" >>server.out 2>&1 ||
    { cat server.out >&2; fail "PostgreSQL did not start"; }
  postmaster=$(head -n 1 "$work/server/postmaster.pid")
}

# Starts a made-up market that stands on a day; its sources are written to a file of that day's name.
sandbox() {
  choose "$servant"
  "${command[@]}" sandbox --symbols "$symbols" --date "$1" --port 0 --write-sources "$work/$1" >"$1.out" 2>&1 &
  started+=($!)
  local waited
  for waited in $(seq 600); do ! grep -q ^ready "$1.out" || break; sleep 0.2; done
  grep -q ^ready "$1.out" || { cat "$1.out" >&2; fail "the made-up market is not ready after $((waited / 5)) s"; }
  case $pace in
    default) sed -i -E '/_(REQUESTS_PER_SECOND|CONCURRENCY)=/d' "$1" ;;
    unlimited) sed -i -E 's/(_REQUESTS_PER_SECOND)=.*/\1=100000/' "$1" ;;
  esac
}
requests() { curl -s "$(sed -n 's/^ready \(http[^ ]*\).*/\1/p' "$day.out")/requests" | wc -l; }
server_cpu() {
  local pid
  { cat "/proc/$postmaster/stat"; for pid in $(cat "/proc/$postmaster/task/$postmaster/children"); do cat "/proc/$pid/stat" 2>/dev/null || true; done; } |
    awk -v tick="$(getconf CLK_TCK)" '{ sum += $14 + $15; if (NR == 1) sum += $16 + $17 } END { print sum / tick }'
}
rows() { psql -qAtd "$1" -c "select coalesce(sum(n_tup_ins + n_tup_upd), 0) from pg_stat_user_tables where schemaname = 'public'"; }
wal() { psql -qAtd postgres -c "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"; }
fresh() {
  psql -qd postgres -c "drop database if exists $1" -c "create database $1 ${2:+template $2}" >/dev/null 2>&1
  psql -qd postgres -c checkpoint
}

# Makes `command` record a profile.
profiled() {
  case $2 in
    jvm) command=("${command[0]}" "-XX:StartFlightRecording=filename=$profile/$1.jfr,settings=profile" "${command[@]:1}") ;;
    native) command=(perf record -q -F 1999 -o "$profile/$1.perf" "${command[@]}") ;;
  esac
}

# Runs a program against a database and appends a line to FILE: wall, CPU, CPU of PostgreSQL, peak MB, requests, rows, WAL MB.
measure() {
  local file=$1 program=$2 database=$3 sql asked written pid=0 peak=0 line code=0 command
  shift 3
  export DATABASE_URL=postgresql://exdate@127.0.0.1:$PGPORT/$database
  psql -qAtd "$database" -c 'select pg_stat_reset()' >/dev/null
  sql=$(server_cpu) asked=$(requests) written=$(wal)
  choose "$program"
  [ -z "$profile" ] || profiled "${file%%.*}" "$program"
  rm -f pid
  # shellcheck disable=SC2016
  /usr/bin/time -o "$work/time" -f '%e %U %S' bash -c 'echo $$ >pid; exec "$@"' - "${command[@]}" "$@" >last.out 2>&1 &
  local timed=$!
  until [ -s pid ]; do sleep 0.01; done
  pid=$(cat pid)
  while line=$(grep VmHWM "/proc/$pid/status" 2>/dev/null); do peak=${line//[!0-9]/}; sleep 0.05; done
  wait "$timed" || code=$?
  [ "$code" = 0 ] || { tail -n 20 last.out >&2; fail "$program ended with $code: $*"; }
  # PostgreSQL's processes report their rows when their connection ends.
  local waited
  for waited in $(seq 50); do
    [ "$(psql -qAtd postgres -c "select count(*) from pg_stat_activity where datname = '$database'")" != 0 ] || break
    sleep 0.1
  done
  tail -n 1 time | awk -v sql="$sql" -v after="$(server_cpu)" -v peak="$peak" -v asked=$(($(requests) - asked)) -v rows="$(rows "$database")" \
    -v wal="$(wal)" -v was="$written" '{ print $1, $2 + $3, after - sql, peak / 1024, asked, rows, (wal - was) / 1048576 }' >>"$file"
}

# The options of the update alone or of the whole run, for each program.
update_of() { if [ "$1" = peer ]; then echo --only update; else echo run --only update --force; fi; }
whole_of() { if [ "$1" = peer ]; then echo --only discover,scrape,update,backup; else echo run --discover=always --force; fi; }
last_week() { if [ "$1" = peer ]; then echo --only update --history 7; else echo update --from "$(date -d "$day -7 days" +%F)"; fi; }

perform() {
  local task=$1 program=$2 now=(--date "$day" --sources "$work/$day")
  local file=$task.$program
  # shellcheck disable=SC2046
  case $task in
    fill) fresh measured listed; measure "$file" "$program" measured $(update_of "$program") "${now[@]}" ;;
    nights) fresh measured past; measure "$file" "$program" measured $(update_of "$program") "${now[@]}" ;;
    rows) fresh measured listed; measure "$file" "$program" measured $(last_week "$program") "${now[@]}" ;;
    whole) fresh measured empty; measure "$file" "$program" measured $(whole_of "$program") "${now[@]}" ;;
    again)
      fresh measured empty
      measure discarded "$program" measured $(whole_of "$program") "${now[@]}"
      measure "$file" "$program" measured $(whole_of "$program") "${now[@]}" ;;
    *) fail "unknown work '$task'; see the head of bench/run.sh" ;;
  esac
}

# Runs the program on a database before anything is measured.
on() {
  local database=$1
  shift
  choose "$servant"
  DATABASE_URL=postgresql://exdate@127.0.0.1:$PGPORT/$database "${command[@]}" "$@" >prepare.out 2>&1 ||
    { tail prepare.out >&2; fail "failed: $*"; }
}

# Prepares the databases that the measured ones are copied from.
prepare() {
  fresh empty
  on empty migrate
  case " $works " in *' fill '* | *' rows '* | *' nights '*)
    fresh listed empty
    on listed run --only discovery --discover=always --force --date "$day" --sources "$work/$day" ;;
  esac
  case " $works " in *' nights '*)
    sandbox "$before"
    fresh past listed
    on past run --only update --force --date "$before" --sources "$work/$before"
    kill "${started[-1]}"
    wait "${started[-1]}" 2>/dev/null || true
    unset 'started[-1]'
    psql -qd past -c 'vacuum analyze' ;;
  esac
}

median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
column() { awk -v c="$1" '{ print $c }' "$2" | median; }
# Prints the medians of one piece of work and, where there is a peer, the ratios to it.
result() {
  local task=$1 program=$2 file=$1.$2 values=() c ratio='-'
  for c in 1 2 3 4 5 6 7; do values+=("$(column $c "$file")"); done
  [ -z "$peer" ] || ratio=$(awk -v a="${values[1]}" -v b="$(column 2 "$task.peer")" -v w="${values[0]}" -v p="$(column 1 "$task.peer")" \
    'BEGIN { printf "%.2f / %.2f", a / b, w / p }')
  [ -z "$figures" ] || echo "$task $program $symbols ${values[*]}" | tr ' ' '\t' >>"$figures"
  awk -v task="$task" -v program="$program" -v n="$symbols" -v ratio="$ratio" -v v="${values[*]}" 'BEGIN {
    split(v, x, " ")
    printf "| %-6s | %-6s | %7d | %7.1f | %7.2f | %7.2f | %5.0f | %8d | %8d | %9.0f | %7.1f | %11s |\n",
      task, program, n, x[1], x[2], x[3], x[4], x[5], x[6], x[2] ? x[6] / x[2] : 0, x[7], ratio }'
}

start_server
sandbox "$day"
prepare
for run in $(seq "$runs"); do
  for task in $works; do
    for program in $programs; do perform "$task" "$program"; done
  done
done
printf '| %-6s | %-6s | %7s | %7s | %7s | %7s | %5s | %8s | %8s | %9s | %7s | %11s |\n' \
  work program symbols 'wall s' 'CPU s' 'PG CPU' 'MB' requests rows 'rows/CPU' 'WAL MB' 'CPU/wall of'
printf '| %-6s | %-6s | %7s | %7s | %7s | %7s | %5s | %8s | %8s | %9s | %7s | %11s |\n' '' '' '' '' '' '' '' '' '' '' '' 'the peer'
for task in $works; do for program in $programs; do result "$task" "$program"; done; done
echo "Medians of $runs, pace $pace, $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg) at the end."
