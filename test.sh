#!/usr/bin/env bash
# All tests and checks: formatting, null safety, architecture, unit and end-to-end tests.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=build/jdk.sh
. build/jdk.sh
exec mvn -B -ntp verify "$@"
