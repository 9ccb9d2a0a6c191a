#!/usr/bin/env bash
# Compares Exdate's components with a stored copy of OSV's vulnerability data; needs no network.
#   build/check-vulnerabilities.sh DATA [BILL…]
# DATA is a folder or a file: the all.zip of an ecosystem from osv.dev (Maven, Debian), or records as JSON.
# BILL is a CycloneDX file; the default is target/*.cdx.json, which the builds write. The image has its own in
# /usr/share/doc/exdate. Prints one line per vulnerability and ends with 1 if there is any.
set -euo pipefail
if [ $# -lt 1 ] || [ ! -e "$1" ]; then
  sed -n '2,6s/^# \{0,1\}//p' "$(readlink -f "${BASH_SOURCE[0]}")" >&2
  exit 2
fi
data=$(readlink -f "$1")
shift
bills=
for bill in "$@"; do
  [ -f "$bill" ] || { echo "check-vulnerabilities: $bill not found" >&2; exit 2; }
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
[ -n "$bills" ] || { echo "check-vulnerabilities: no target/*.cdx.json found; create it with: mvn package -DskipTests" >&2; exit 2; }

log=target/check-vulnerabilities.log found=target/vulnerabilities.txt
rm -f "$found"
if mvn -o -q -B -ntp test -Dtest='KnownVulnerabilitiesTest#nothing*' "-Dadvisories=$data" "-Dbills=$bills" >"$log" 2>&1; then
  echo "no known vulnerability in ${bills//,/, } according to $data" >&2
  exit 0
fi
if [ -s "$found" ]; then
  cat "$found"
  exit 1
fi
grep -m 3 '^\[ERROR\]' "$log" >&2 || tail -n 3 "$log" >&2
exit 2
