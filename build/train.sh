#!/usr/bin/env bash
# Trains the Java program with a small demo and keeps what the Java machine learnt in target/exdate.aot: each later start then
# takes about a second of CPU less. The tests start the program with the same options. No cache is no failure.
#   build/train.sh JAVA_HOME
set -uo pipefail
cd "$(dirname "$0")/.."
program=$PWD/target/quarkus-app/quarkus-run.jar cache=$PWD/target/exdate.aot
rm -f "$cache"
[ -f "$program" ] || exit 0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
env -u DATABASE_URL -u FMP_API_KEY -u ALPHA_VANTAGE_API_KEY "$1/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
  -XX:AOTCacheOutput="$cache" --enable-native-access=ALL-UNNAMED -jar "$program" demo --symbols 20 >train.log 2>&1 ||
  echo "train: the demo failed; the tests go on without a cache: $(tail -n 1 train.log)" >&2
exit 0
