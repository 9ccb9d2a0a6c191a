#!/usr/bin/env bash
# Measures how fast the update writes prices, beside psql with the same rows: COPY into a temporary table, then INSERT … ON
# CONFLICT … DO UPDATE … WHERE … IS DISTINCT FROM. Prints rows per second, for an empty table and for the same rows again.
#   bench/copy.sh [--symbols N] [--runs N]      300 symbols with 1,300 days each, medians of 5
# Needs the Java program (./exdate builds it) and PostgreSQL's programs. Everything stays in a temporary folder that is deleted
# at the end. The program is compiled while it runs: its first run is not counted.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
symbols=300 runs=5
fail() { echo "copy: $*" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --symbols) symbols=$2 ;;
    --runs) runs=$2 ;;
    *) fail "unknown option $1; see the head of bench/copy.sh" ;;
  esac
  shift 2
done
# shellcheck source=build/jdk.sh
. "$home/build/jdk.sh"
app=$home/target/quarkus-app
[ -f "$app/quarkus-run.jar" ] || fail "the Java program is not built; run ./exdate --version"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || fail "PostgreSQL's server programs are not installed; install them (apt-get install postgresql)"

work=$(mktemp -d)
chmod 755 "$work"
# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi; }
finish() {
  as_server "$bin/pg_ctl" -D "$work/server" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
export LC_ALL=C.UTF-8 PGHOST=127.0.0.1 PGUSER=exdate PGDATABASE=postgres PGPORT
PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
if [ "$(id -u)" = 0 ]; then install -d -o nobody server; else mkdir server; fi
as_server "$bin/initdb" -D "$work/server" -U exdate -A trust -E UTF8 >server.out 2>&1
as_server "$bin/pg_ctl" -D "$work/server" -w -l "$work/server/log" start \
  -o "-p $PGPORT -k $work/server -c listen_addresses=127.0.0.1 -c max_wal_size=4GB -c shared_buffers=512MB" >>server.out 2>&1 ||
  { cat server.out >&2; fail "PostgreSQL did not start"; }
DATABASE_URL=postgresql://exdate@127.0.0.1:$PGPORT/postgres EXDATE_LOG_DIR=$work/logs \
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$app/quarkus-run.jar" migrate >migrate.out 2>&1 || { tail migrate.out >&2; fail "no tables"; }

# Random walks with the number of digits that sources have.
psql -qAtc "select '' where setseed(0.5) is null" -c "\\copy (
  select 'ZZ' || s, date '2021-01-04' + d, round(close * 0.99, 2), round(close * 1.02, 2), round(close * 0.98, 2), round(close, 2),
         round(close * 0.9, 6), (random() * 5000000)::bigint
  from generate_series(1, $symbols) s,
  lateral (select d, (20 + s + sum(random() - 0.49) over (order by d))::numeric as close from generate_series(1, 1300) d) walk
) to 'bars.tsv'" 2>psql.err || { cat psql.err >&2; fail "no rows"; }
"$JAVA_HOME/bin/javac" -proc:none -d classes -cp "$app/app/*:$app/lib/main/*:$app/lib/boot/*" "$home/bench/WriteSpeed.java"
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g -cp "classes:$app/app/*:$app/lib/main/*:$app/lib/boot/*" dev.exdate.update.WriteSpeed \
  "jdbc:postgresql://127.0.0.1:$PGPORT/postgres?user=exdate" bars.tsv $((runs + 1)) | tail -n +3 >exdate.seconds

columns=symbol,date,price,open,high,low,close,adj_close,volume,change,change_percent,source
values=${columns#symbol,date,}
psql -qc "\\copy (select $columns from raw_stock_prices order by symbol, date) to 'rows.tsv'"
rows=$(wc -l <rows.tsv)
set_all=$(sed -E 's/([a-z_]+)/\1 = excluded.\1/g' <<<"$values")
excluded=$(sed -E 's/([a-z_]+)/excluded.\1/g' <<<"$values")
stored=$(sed -E 's/([a-z_]+)/t.\1/g' <<<"$values")
cat >write.sql <<SQL
begin;
create temporary table stage on commit drop as select $columns from raw_stock_prices limit 0;
\\copy stage ($columns) from 'rows.tsv'
insert into raw_stock_prices as t ($columns) select $columns from stage
on conflict (symbol, date) do update set $set_all where ($stored) is distinct from ($excluded);
commit;
SQL
by_psql() {
  local start=$EPOCHREALTIME
  psql -qf write.sql
  awk -v word="$1" -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print word, b - a }' >>psql.seconds
}
for run in $(seq "$runs"); do
  psql -qc 'truncate raw_stock_prices' -c checkpoint
  by_psql new
  by_psql same
done

median() { awk -v word="$1" '$1 == word { print $2 }' "$2" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
printf '| %-28s | %12s | %12s | %5s |\n' "$rows rows" 'Exdate' 'psql' 'ratio'
for word in new same; do
  awk -v n="$rows" -v a="$(median $word exdate.seconds)" -v b="$(median $word psql.seconds)" -v word="$word" 'BEGIN {
    printf "| %-28s | %10.0f/s | %10.0f/s | %5.2f |\n", word == "new" ? "into an empty table" : "the same again", n / a, n / b, b / a }'
done
