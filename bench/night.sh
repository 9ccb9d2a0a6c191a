#!/usr/bin/env bash
# Counts what nights without a key ask of the sources, and prints a table: requests by kind, and the time they take at the default
# pace. After a first fill of two weeks, whose charts are then dated as if read in turn, one update a night reads a made-up market
# of SYMBOLS symbols, of which PAYERS pay.
#   bench/night.sh [PROGRAM]     default target/exdate, or else the Java program
# SYMBOLS (25000), PAYERS (8000), NIGHTS ("2026-11-15 … 2026-11-20": a Sunday and five sessions), FIRST (2026-11-13), and SCALE
# (60): the pace is that many times the default, and so is the clock. After each night it checks that every symbol that traded has
# its close, and that every dividend is there. Needs PostgreSQL's programs, curl and GNU time. Everything stays on loopback and in
# a temporary folder that is deleted at the end.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
symbols=${SYMBOLS:-25000} payers=${PAYERS:-8000} first=${FIRST:-2026-11-13} scale=${SCALE:-60}
nights=${NIGHTS:-2026-11-15 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20}
pace=2 # Yahoo's default, requests a second
fail() { echo "night: $*" >&2; exit 2; }
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

export PGHOST=127.0.0.1 PGUSER=exdate PGDATABASE=exdate PGPORT
PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export DATABASE_URL=postgresql://exdate@127.0.0.1:$PGPORT/exdate
if [ "$(id -u)" = 0 ]; then install -d -o nobody "$work/server"; else mkdir "$work/server"; fi
as_server "$bin/initdb" -D "$work/server" -U exdate -A trust -E UTF8 >server.out 2>&1
as_server "$bin/pg_ctl" -D "$work/server" -w -l "$work/server/log" start \
  -o "-p $PGPORT -k $work/server -c listen_addresses=127.0.0.1 -c max_wal_size=4GB -c shared_buffers=512MB -c fsync=off" >>server.out 2>&1 ||
  { cat server.out >&2; fail "PostgreSQL did not start"; }
psql -qd postgres -c 'create database exdate'

# Starts the made-up market of a day. Twice as many symbols as are asked for, because more of them pay than in the real one.
open_market() {
  close_market
  "${command[@]}" sandbox --symbols $((symbols * 21 / 10)) --date "$1" --port 0 --write-sources "$work/sources" >sandbox.out 2>&1 &
  market=$!
  local waited
  for waited in $(seq 600); do ! grep -q ^ready sandbox.out || break; sleep 0.2; done
  grep -q ^ready sandbox.out || { cat sandbox.out >&2; fail "the made-up market is not ready after $((waited / 5)) s"; }
  address=$(sed -n 's/^ready \(http[^ ]*\).*/\1/p' sandbox.out)
  sed -i -E "s/(_REQUESTS_PER_SECOND)=.*/\1=${2:-100000}/; s/(_CONCURRENCY)=.*/\1=16/" sources
}
update() {
  # A run for a day without a session ends with 1.
  /usr/bin/time -o time -f '%e %U %S' "${command[@]}" "$@" --sources "$work/sources" >update.out 2>&1 ||
    grep -q 'all else was done' update.out ||
    { tail -n 20 update.out >&2; fail "failed: $*"; }
}

"${command[@]}" migrate >migrate.out 2>&1 || { cat migrate.out >&2; fail "no tables"; }
open_market "$first"
psql -q <<SQL
create schema truth;
create table truth.symbols (symbol text, name text, type text, exchange text, sector text, industry text, market_cap text, active text);
create table truth.dividends (symbol text, ex_date date, amount numeric, record_date date, payment_date date, declaration_date date,
                              frequency text, sources text);
\copy truth.symbols from program 'curl -s $address/truth/symbols' with (format csv, header)
\copy truth.dividends from program 'curl -s $address/truth/dividends' with (format csv, header)
create table truth.payers as select distinct symbol from truth.dividends where ex_date > date '$first' - 400;
insert into raw_stocks (symbol, name, type)
    (select symbol, name, type from truth.symbols join truth.payers using (symbol) order by md5(symbol) limit $payers)
    union all
    (select symbol, name, type from truth.symbols s where not exists (select from truth.payers p where p.symbol = s.symbol)
     order by md5(symbol) limit $((symbols - payers)));
insert into raw_dividends (symbol, ex_date, amount, source)
    select symbol, ex_date, amount, 'yahoo' from truth.dividends join raw_stocks using (symbol)
    where ex_date between date '$first' - 400 and date '$first';
SQL
echo "$(psql -qAtc 'select count(*) from raw_stocks') symbols, $(psql -qAtc 'select count(distinct symbol) from raw_dividends') of them pay; first fill of two weeks ..."
update update --from "$(date -d "$first -14 days" +%F)" --date "$first"
# As after weeks of nights: the charts of payers were read on one of the last five sessions, all others on one of the last 21.
psql -q <<SQL
with sessions as (
    select day::date, row_number() over (order by day desc) - 1 as back
    from generate_series(date '$first' - 40, date '$first', interval '1 day') as day where extract(isodow from day) < 6
), turns as (
    select symbol, abs(hashtext(symbol)) % (case when exists (select from truth.payers p where p.symbol = s.symbol) then 5 else 21 end) as back
    from raw_stocks s
)
update exdate.freshness f set session = day, last_success_at = (day + time '22:00') at time zone 'America/New_York'
from turns join sessions using (back) where turns.symbol = f.symbol and f.kind in ('dividends', 'splits');
SQL

echo "| night | closes | charts | other | requests | at $pace/s | measured x $scale | bars not whole | oldest |"
echo "|---|---:|---:|---:|---:|---:|---:|---:|---|"
total=0 count=0
for night in $nights; do
  open_market "$night" $((pace * scale))
  # What the scrapers have announced by then.
  psql -q <<SQL
truncate truth.dividends;
\copy truth.dividends from program 'curl -s $address/truth/dividends' with (format csv, header)
insert into raw_dividends_nasdaq (symbol, ex_date)
    select symbol, ex_date from truth.dividends where ex_date > date '$night' - 10 on conflict do nothing;
SQL
  curl -s "$address/requests" >before.csv
  update run --only update --force --date "$night"
  curl -s "$address/requests" | tail -n +$(($(wc -l <before.csv) + 1)) >asked.csv
  sparks=$(grep -c /finance/spark asked.csv || true)
  charts=$(grep -c /finance/chart/ asked.csv || true)
  all=$(wc -l <asked.csv)
  grep -hE '🗺️|⚡ Newest' logs/update_*.log | tail -n 2 | sed 's/^/    /' >>plans.txt
  session=$(psql -qAtc "select max(date) from raw_stock_prices")
  psql -qAt <<SQL >wrong
select 'missing dividend of ' || symbol || ' ' || ex_date from truth.dividends t join raw_stocks using (symbol)
where ex_date between date '$first' and date '$night' and sources like '%yahoo%'
  and not exists (select from raw_dividends d where d.symbol = t.symbol and d.ex_date = t.ex_date and d.amount = t.amount);
select 'no close of ' || count(*) || ' symbols' from raw_stocks s
where exists (select from raw_stock_prices p where p.symbol = s.symbol)
  and not exists (select from raw_stock_prices p where p.symbol = s.symbol and p.date = '$session')
having count(*) > 0;
SQL
  [ ! -s wrong ] || { head wrong >&2; fail "$night is wrong"; }
  bare=$(psql -qAtF ' | ' -c "select count(*), coalesce(min(date)::text, '-') from raw_stock_prices where open is null")
  awk -v night="$night" -v s="$sparks" -v c="$charts" -v all="$all" -v pace="$pace" -v scale="$scale" -v bare="$bare" \
    'END { printf "| %s | %d | %d | %d | %d | %.1f min | %.1f min | %s |\n", night, s, c, all - s - c, all, all / pace / 60, $1 * scale / 60, bare }' time
  total=$((total + all)) count=$((count + 1))
done
echo "| mean | | | | $((total / count)) | $(awk -v n=$((total / count)) -v pace="$pace" 'BEGIN { printf "%.1f", n / pace / 60 }') min | | | |"
cat plans.txt
