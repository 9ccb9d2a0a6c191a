#!/usr/bin/env bash
# Measures how right the program is where its sources disagree: runs it night after night on the sandbox that disagrees
# (docs/sandbox.md), compares what it believes with the truth, and prints a table.
#   bench/truth.sh [--symbols N] [--seeds N] [--nights N] [--disagree KINDS] [--keys] [--keep DIR] [PROGRAM]
#     --symbols   size of the made-up market (2000)
#     --seeds     how many markets (3)
#     --nights    how many sessions after the first load (10)
#     --disagree  ways to disagree, as in --faults disagree=… (all); all:20 plants twenty times as many
#     --keys      with keys for FMP and Alpha Vantage: ask these two as well
#     --keep      folder for what is wrong: events.csv, lies.csv, held.csv of each seed
#     PROGRAM     default target/exdate, or else the Java program
# FIRST names the day of the first load (2026-11-13). Needs PostgreSQL's programs and curl. Everything stays on loopback and in a
# temporary folder that is deleted at the end. Exit code 1 if a goal is missed.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
symbols=2000 seeds=3 nights=10 disagree=all keys= keep= program=
first=${FIRST:-2026-11-13}
fail() { echo "truth: $*" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --symbols) symbols=$2; shift ;;
    --seeds) seeds=$2; shift ;;
    --nights) nights=$2; shift ;;
    --disagree) disagree=$2; shift ;;
    --keys) keys=--keys ;;
    --keep) mkdir -p "$2"; keep=$(readlink -f "$2"); shift ;;
    -*) fail "unknown option $1; see the head of bench/truth.sh" ;;
    *) program=$(readlink -f "$1") ;;
  esac
  shift
done
# shellcheck source=build/jdk.sh
. "$home/build/jdk.sh"
if [ -n "$program" ]; then
  command=("$program")
elif [ -x "$home/target/exdate" ]; then
  command=("$home/target/exdate")
else
  command=("$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -Dsun.net.httpserver.nodelay=true
    -jar "$home/target/quarkus-app/quarkus-run.jar")
fi
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || fail "PostgreSQL's server programs are not installed; install them (apt-get install postgresql)"

work=$(mktemp -d)
chmod 755 "$work"
market=
psql() { command psql -v ON_ERROR_STOP=1 "$@"; }
# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi; }
close_market() {
  [ -z "$market" ] || { kill "$market" 2>/dev/null || true; wait "$market" 2>/dev/null || true; }
  market=
}
finish() {
  close_market
  [ ! -d "$work/server" ] || as_server "$bin/pg_ctl" -D "$work/server" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
export LC_ALL=C.UTF-8 EXDATE_LOG_DIR=$work/logs EXDATE_BACKUP_DIR=$work/backups EXDATE_DATA_DIR=$work/data
unset FMP_API_KEY ALPHA_VANTAGE_API_KEY
export PGHOST=127.0.0.1 PGUSER=exdate PGPORT PGOPTIONS='-c client_min_messages=warning'
PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
if [ "$(id -u)" = 0 ]; then install -d -o nobody "$work/server"; else mkdir "$work/server"; fi
as_server "$bin/initdb" -D "$work/server" -U exdate -A trust -E UTF8 >server.out 2>&1
as_server "$bin/pg_ctl" -D "$work/server" -w -l "$work/server/log" start \
  -o "-p $PGPORT -k $work/server -c listen_addresses=127.0.0.1 -c max_wal_size=4GB -c shared_buffers=256MB -c fsync=off" >>server.out 2>&1 ||
  { cat server.out >&2; fail "PostgreSQL did not start"; }

# Starts the made-up market of a seed and a day.
open_market() {
  close_market
  # The line of the market before must not be taken for this one's.
  rm -f sandbox.out
  "${command[@]}" sandbox --symbols "$symbols" --seed "$1" --date "$2" --port 0 --faults "disagree=$disagree" \
    ${keys:+$keys} --write-sources "$work/sources" >sandbox.out 2>&1 &
  market=$!
  for _ in $(seq 600); do ! grep -qs ^ready sandbox.out || break; sleep 0.2; done
  address=$(sed -n 's/^ready \(http[^ ]*\).*/\1/p' sandbox.out)
  [ -n "$address" ] || { cat sandbox.out >&2; fail "the made-up market did not start"; }
  sed -i -E "s/(_REQUESTS_PER_SECOND)=.*/\1=100000/; s/(_CONCURRENCY)=.*/\1=16/" sources
}
# A night's run; exit code 3 is a run of which some tasks failed.
night() {
  psql -qc "insert into truth.night values ('$1', clock_timestamp())"
  local code=0
  "${command[@]}" run --force --date "$1" --discover never --skip nyse,backup,holdings,companies,classify-etfs \
    --sources "$work/sources" >run.out 2>&1 || code=$?
  [ "$code" = 0 ] || [ "$code" = 3 ] || [ "$code" = 4 ] || { tail -n 20 run.out >&2; fail "the run of $1 ended with $code"; }
}

echo "kind,figure,part,whole" >figures.csv
for seed in $(seq "$seeds"); do
  export PGDATABASE=exdate_$seed DATABASE_URL=postgresql://exdate@127.0.0.1:$PGPORT/exdate_$seed
  psql -qd postgres -c "create database exdate_$seed"
  "${command[@]}" migrate >migrate.out 2>&1 || { cat migrate.out >&2; fail "no tables"; }
  open_market "$seed" "$first"
  psql -qf "$home/bench/truth-tables.sql"
  psql -q <<SQL
\copy truth.symbols from program 'curl -s $address/truth/symbols' with (format csv, header)
insert into raw_stocks (symbol, name, type) select symbol, name, type from truth.symbols;
SQL
  day=$first
  night "$day"
  for _ in $(seq "$nights"); do
    day=$(date -d "$day +1 day" +%F)
    while [ "$(date -d "$day" +%u)" -gt 5 ]; do day=$(date -d "$day +1 day" +%F); done
    open_market "$seed" "$day"
    # A day has passed for what was read.
    psql -qc "update exdate.freshness set last_success_at = last_success_at - interval '1 day',
                                         last_attempt_at = last_attempt_at - interval '1 day'"
    night "$day"
  done
  psql -q <<SQL
\copy truth.payment from program 'curl -s $address/truth/distributions' with (format csv, header)
\copy truth.split from program 'curl -s $address/truth/splits' with (format csv, header)
\copy truth.told (lie) from program 'curl -s $address/truth/lies | sed -n "s/^{/{/; s/,\$//; /^{/p"' with (format csv, quote E'\x01', delimiter E'\x02')
SQL
  psql -q -v last="$day" -f "$home/bench/truth-judge.sql"
  psql -qc "\copy truth.figure to program 'cat >>figures.csv' with (format csv)"
  if [ -n "$keep" ]; then
    for table in wrong_event unseen_lie held needless; do
      psql -qc "\copy (select * from truth.$table order by 1, 2) to '$keep/$table-$seed.csv' with (format csv, header)"
    done
    tail -n 60 run.out >"$keep/report-$seed.txt"
  fi
done
echo "$seeds markets of $symbols symbols, first load on $first and $nights nights after it, disagree=$disagree ${keys:+with keys}"
python3 "$home/bench/truth.py" figures.csv
