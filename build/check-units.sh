#!/usr/bin/env bash
# Checks deploy/systemd with systemd's own tools and, if kubectl and promtool are installed, deploy/kubernetes with kustomize and
# deploy/prometheus with its tests. Tries the line of deploy/cron/exdate.cron at every quarter of an hour for two weeks.
#   build/check-units.sh
# If systemd-analyze is missing, installs systemd with apt-get (only the tools; nothing is started).
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "check-units: $1" >&2
  exit 1
}

if ! command -v systemd-analyze >/dev/null; then
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends systemd >/dev/null
fi

# This must also work where Exdate is not installed.
cp deploy/systemd/exdate.timer deploy/systemd/exdate-failed@.service "$work/"
sed "s|^ExecStart=/usr/local/bin/exdate |ExecStart=$(command -v true) |" deploy/systemd/exdate.service >"$work/exdate.service"
said=$(systemd-analyze verify --man=no "$work/exdate.service" "$work/exdate.timer" "$work/exdate-failed@.service" 2>&1) || fail "systemd-analyze verify: $said"
[ -z "$said" ] || fail "systemd-analyze verify: $said"
echo "ok   systemd-analyze verify: exdate.service, exdate.timer, exdate-failed@.service"

calendar=$(sed -n 's/^OnCalendar=//p' deploy/systemd/exdate.timer)
elapses=$(systemd-analyze calendar --base-time='2026-10-30 00:00:00 UTC' --iterations=6 "$calendar" |
  sed -n 's/.*: \(... ....-..-.. ..:..:.. UTC\)$/\1/p' | tr '\n' ',')
# Daylight saving time ends on the Sunday between: 22:00 in New York is 02:00 UTC before and 03:00 UTC after.
wanted="Fri 2026-10-30 02:00:00 UTC,Sat 2026-10-31 02:00:00 UTC,Mon 2026-11-02 03:00:00 UTC,Tue 2026-11-03 03:00:00 UTC,Wed 2026-11-04 03:00:00 UTC,Thu 2026-11-05 03:00:00 UTC,"
[ "$elapses" = "$wanted" ] || fail "exdate.timer starts at $elapses instead of $wanted"
echo "ok   exdate.timer: 22:00 in New York except on Saturdays, before and after the clocks change"

# The line has five time fields, a user and a command. cron turns \% into %.
line=$(grep '^\*/15 ' deploy/cron/exdate.cron) || fail "exdate.cron has no line"
command=$(printf '%s\n' "$line" | cut -d ' ' -f 7- | sed 's/\\%/%/g')
case $command in *' cd /var/lib/exdate && exec exdate run >/dev/null ;; esac') ;; *) fail "exdate.cron runs: $command" ;; esac
tried=$(printf '%s\n' "$command" | sed 's|cd /var/lib/exdate && exec exdate run >/dev/null|date "+%a %H:%M"|')
# `date` is replaced, so that it prints the time in $now.
{
  echo "date() { command date -d \"@\$now\" \"\$@\"; }"
  echo "check() { $tried"
  echo "}"
  first=$(date -u -d 2026-10-26 +%s)
  for ((now = first; now < first + 14 * 86400; now += 900)); do
    echo "now=$now; check"
  done
} >"$work/fortnight.sh"
starts=$(TZ=America/New_York sh "$work/fortnight.sh" | tr '\n' ',')
evenings="Sun 22:00,Mon 22:00,Tue 22:00,Wed 22:00,Thu 22:00,Fri 22:00,"
[ "$starts" = "$evenings$evenings" ] || fail "exdate.cron starts at $starts"
echo "ok   exdate.cron: 22:00 in New York except on Saturdays, before and after the clocks change"

if command -v kubectl >/dev/null; then
  for folder in base overlays/example; do
    said=$(kubectl kustomize "deploy/kubernetes/$folder" 2>&1 >"$work/manifests.yaml") || fail "kubectl kustomize $folder: $said"
    [ -z "$said" ] || fail "kubectl kustomize $folder: $said"
    kinds=$(sed -n 's/^kind: //p' "$work/manifests.yaml" | sort | tr '\n' ' ')
    [ "$kinds" = "CronJob Job NetworkPolicy PersistentVolumeClaim " ] || fail "kubectl kustomize $folder makes $kinds"
  done
  echo "ok   kubectl kustomize: base, overlays/example"
fi

if command -v promtool >/dev/null; then
  said=$(promtool check rules deploy/prometheus/exdate.rules.yaml 2>&1) || fail "promtool: $said"
  said=$(promtool test rules deploy/prometheus/exdate.rules.test.yaml 2>&1) || fail "promtool: $said"
  echo "ok   promtool: exdate.rules.yaml and its tests"
fi
