#!/usr/bin/env bash
# Measures how much of the allowed pace the update uses, and prints a table: with answers after 20 ms, after 400 ms, and after
# 400 ms with one in twenty slow by 10 s. A first fill of SYMBOLS symbols, one request each, at RATE a second.
#   bench/pace.sh [PROGRAM]     default target/exdate, or else the Java program
# SYMBOLS (400) and RATE (8). Used is what Yahoo was asked from the first request to the last, of what the pace allows; the log of
# requests has when each ended and how long it took. Fails below 98 %. Needs PostgreSQL's programs and curl. Everything stays on
# loopback and in a temporary folder that is deleted at the end. Takes as long as three times SYMBOLS / RATE seconds.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
symbols=${SYMBOLS:-400} rate=${RATE:-8} day=2026-11-20
fail() { echo "pace: $*" >&2; exit 2; }
# shellcheck source=build/jdk.sh
. "$home/build/jdk.sh"
if [ $# -gt 0 ]; then
  command=("$(readlink -f "$1")")
elif [ -x "$home/target/exdate" ]; then
  command=("$home/target/exdate")
else
  command=("$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -Dsun.net.httpserver.nodelay=true
    -jar "$home/target/quarkus-app/quarkus-run.jar")
fi
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || fail "PostgreSQL's server programs are not installed; install them (apt-get install postgresql)"

work=$(mktemp -d)
chmod 755 "$work"
market=
# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi; }
finish() {
  [ -z "$market" ] || kill "$market" 2>/dev/null || true
  [ ! -d "$work/server" ] || as_server "$bin/pg_ctl" -D "$work/server" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
export LC_ALL=C.UTF-8 EXDATE_LOG_DIR=$work/logs EXDATE_BACKUP_DIR=$work/backups EXDATE_DATA_DIR=$work/data
unset FMP_API_KEY ALPHA_VANTAGE_API_KEY
export PGHOST=127.0.0.1 PGUSER=exdate PGPORT
PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
if [ "$(id -u)" = 0 ]; then install -d -o nobody "$work/server"; else mkdir "$work/server"; fi
as_server "$bin/initdb" -D "$work/server" -U exdate -A trust -E UTF8 >server.out 2>&1
as_server "$bin/pg_ctl" -D "$work/server" -w -l "$work/server/log" start \
  -o "-p $PGPORT -k $work/server -c listen_addresses=127.0.0.1 -c fsync=off" >>server.out 2>&1 ||
  { cat server.out >&2; fail "PostgreSQL did not start"; }

worst=100
measure() {
  local name=$1 database=pace_$2 latency=$3 faults=$4 waited address used
  psql -qd postgres -c "create database $database"
  export DATABASE_URL=postgresql://exdate@127.0.0.1:$PGPORT/$database
  "${command[@]}" sandbox --symbols "$symbols" --date "$day" --port 0 --latency "$latency" --faults "$faults" \
    --write-sources "$work/sources" >sandbox.out 2>&1 &
  market=$!
  for waited in $(seq 300); do ! grep -q ^ready sandbox.out || break; sleep 0.2; done
  grep -q ^ready sandbox.out || { cat sandbox.out >&2; fail "the made-up market is not ready after $((waited / 5)) s"; }
  address=$(sed -n 's/^ready \(http[^ ]*\).*/\1/p' sandbox.out)
  sed -i -E "s/(_REQUESTS_PER_SECOND)=.*/\1=1000/; s/^(EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND)=.*/\1=$rate/" sources
  sed -i -E '/_CONCURRENCY=/d' sources
  printf 'EXDATE_SOURCE_YAHOO_CONCURRENCY=24\n' >>sources
  "${command[@]}" discover --sources "$work/sources" >discover.out 2>&1 || { tail discover.out >&2; fail "discover failed"; }
  "${command[@]}" run --only update --force --date "$day" --sources "$work/sources" >update.out 2>&1 ||
    { tail -n 20 update.out >&2; fail "the update failed"; }
  curl -s "$address/requests" >requests.csv
  used=$(python3 - "$rate" <<'PY'
import csv, datetime, sys
starts = sorted(datetime.datetime.fromisoformat(row['time'][:26].rstrip('Z') + '+00:00').timestamp()
                - int(row['milliseconds']) / 1000
                for row in csv.DictReader(open('requests.csv')) if row['source'] == 'yahoo')
span = starts[-1] - starts[0]
print(f"{len(starts)} {span:.1f} {100 * (len(starts) - 1) / span / float(sys.argv[1]):.1f}")
PY
  )
  # shellcheck disable=SC2086
  set -- $used
  echo "| $name | $1 | $2 s | $3 % |"
  worst=$(awk -v a="$worst" -v b="$3" 'BEGIN { print (b < a ? b : a) }')
  kill "$market" 2>/dev/null || true
  wait "$market" 2>/dev/null || true
  market=
}

echo "| answers | requests | from first to last | used of $rate/s |"
echo "|---|---:|---:|---:|"
measure "after 20 ms" fast 20ms ""
measure "after 400 ms" slow 400ms ""
measure "after 400 ms, 5 % slow by 10 s" uneven 400ms "yahoo=delay:10s@5%"
awk -v worst="$worst" 'BEGIN { exit worst < 98 }' || fail "less than 98 % of the pace was used"
