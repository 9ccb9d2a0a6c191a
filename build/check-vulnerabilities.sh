#!/usr/bin/env bash
# Compares what Exdate is made of with a stored copy of OSV's vulnerability data; asks nobody.
#   build/check-vulnerabilities.sh DATA [BILL…]
# DATA is a folder or a file: the all.zip of an ecosystem as osv.dev offers it (Maven, Debian), or records as JSON.
# BILL is a CycloneDX file; without one target/*.cdx.json, which the builds write. The image has its own in
# /usr/share/doc/exdate. Prints one line a vulnerability and ends with 1 when there is any.
set -euo pipefail
if [ $# -lt 1 ] || [ ! -e "$1" ]; then
  sed -n '2,6s/^# \{0,1\}//p' "$(readlink -f "${BASH_SOURCE[0]}")" >&2
  exit 2
fi
data=$(readlink -f "$1")
shift
bills=
for bill in "$@"; do
  [ -f "$bill" ] || { echo "check-vulnerabilities: there is no $bill" >&2; exit 2; }
  bills=${bills:+$bills,}$(readlink -f "$bill")
done
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
# shellcheck source=build/jdk.sh
. build/jdk.sh
if [ -z "$bills" ]; then
  for bill in target/*.cdx.json; do
    [ ! -f "$bill" ] || bills=${bills:+$bills,}$PWD/$bill
  done
fi
[ -n "$bills" ] || { echo "check-vulnerabilities: there is no target/*.cdx.json; a build writes it: mvn package -DskipTests" >&2; exit 2; }

log=target/check-vulnerabilities.log found=target/vulnerabilities.txt
rm -f "$found"
if mvn -o -q -B -ntp test -Dtest='KnownVulnerabilitiesTest#nothing*' "-Dadvisories=$data" "-Dbills=$bills" >"$log" 2>&1; then
  echo "no known vulnerability in ${bills//,/, } by $data" >&2
  exit 0
fi
if [ -s "$found" ]; then
  cat "$found"
  exit 1
fi
grep -m 3 '^\[ERROR\]' "$log" >&2 || tail -n 3 "$log" >&2
exit 2
