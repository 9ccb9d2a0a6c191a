#!/usr/bin/env bash
# All tests and checks: formatting, null safety, architecture, unit and end-to-end tests. With --faults the long tests of
# what may break instead: those with the tag "faults" alone. All else is handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=build/jdk.sh
. build/jdk.sh
if [ "${1:-}" = --faults ]; then
  shift
  set -- -Dgroups=faults -DexcludedGroups=none "$@"
fi
exec mvn -B -ntp verify "$@"
