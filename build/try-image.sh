#!/usr/bin/env bash
# Tests the container image: builds it around target/exdate and runs it as a container engine would, with a read-only root
# file system, as process 1 and user 10001, against PostgreSQL and the sandbox on loopback.
#   build/try-image.sh
# Needs root, buildah, docker.io/library/debian:bookworm-slim (present or pullable), and PostgreSQL's server programs.
# Prints one line per check, takes at most ten minutes, ends with 1 if a check failed, and leaves nothing behind.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot

tag=localhost/exdate-tried-$$
work=$(mktemp -d)
container=
root=
failures=0
servers=()
runs=()

say() { printf '%-4s %s\n' "$1" "$2"; }
check() { # check WHAT COMMAND…: ok when the command succeeds
  local what=$1
  shift
  if "$@" >"$work/said" 2>&1; then
    say ok "$what"
    return 0
  fi
  say FAIL "$what"
  tail -n 5 "$work/said" | sed 's/^/       /'
  failures=$((failures + 1))
  return 1
}
give_up() {
  say FAIL "$1"
  [ ! -f "$work/build.log" ] || tail -n 5 "$work/build.log"
  exit 1
}
clean_up() {
  local pid
  # unshare ignores SIGTERM; killing it also kills what runs inside.
  for pid in ${runs[@]+"${runs[@]}"}; do kill -KILL "$pid" 2>/dev/null; done
  for pid in ${servers[@]+"${servers[@]}"}; do kill -TERM "$pid" 2>/dev/null; done
  for pid in ${servers[@]+"${servers[@]}"}; do
    for _ in $(seq 100); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null
  done
  [ -z "$container" ] || buildah rm "$container" >/dev/null
  buildah rmi "$tag" >/dev/null 2>&1
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Waits until a file has a line with the text, at most so many seconds.
await() { # await SECONDS FILE TEXT
  local end=$((SECONDS + $1))
  until grep -qF -- "$3" "$2" 2>/dev/null; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

# Runs the image's program: new mounts and processes, the root read-only, /tmp in memory, backups and settings mounted.
contained() { # contained [NAME=VALUE…] -- ARGUMENT…
  local variables=()
  while [ "$1" != -- ]; do
    variables+=("$1")
    shift
  done
  shift
  # shellcheck disable=SC2016 # the inner shell expands it
  exec unshare --mount --pid --fork --kill-child bash -c '
    set -eu
    root=$1 work=$2
    shift 2
    mount --bind "$root" "$root"
    mount -o remount,bind,ro "$root"
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    mount -t tmpfs -o nosuid,nodev,size=64m tmpfs "$root/tmp"
    mount --bind "$work/backups" "$root/var/lib/exdate/backups"
    mount --bind "$work/config" "$root/var/lib/exdate/config"
    exec env -i "$@"' contained "$root" "$work" "${environment[@]}" ${variables[@]+"${variables[@]}"} \
    "$(command -v unshare)" --root="$root" --wd=/var/lib/exdate --setgid 10001 --setuid 10001 /usr/local/bin/exdate "$@"
}

# Sends TERM to the contained program, which is process 1 there and here the only child of unshare; says in $ended how it
# ended.
term() { # term PID-OF-UNSHARE
  local begin=$SECONDS code=0 inner='' file pid parent
  for file in /proc/[0-9]*/stat; do
    read -r pid _ _ parent _ <"$file" 2>/dev/null && [ "$parent" = "$1" ] && inner=$pid
  done
  ended="it had ended before"
  [ -n "$inner" ] || return 0
  kill -TERM "$inner"
  wait "$1" || code=$?
  ended="exit $code after $((SECONDS - begin)) s"
}

sql() { psql -X -A -t -q -d "$1" -c "$2"; }

[ "$(id -u)" = 0 ] || give_up "this must run as root: it makes mounts and process namespaces"
command -v buildah >/dev/null || give_up "buildah is not installed"
[ -x target/exdate ] || give_up "target/exdate is not built; ./native-build.sh builds it"
version=$(target/exdate --version)

# --- the image -------------------------------------------------------------------------------------------------------
EXDATE_IMAGE_BUILDER="buildah build ${EXDATE_BUILDAH_OPTIONS:-}" build/image.sh "$tag" >"$work/build.log" 2>&1 ||
  give_up "the image can't be built"
size=$(buildah images --format '{{.Size}}' "$tag")
container=$(buildah from --pull-never "$tag") || give_up "no container can be made of the image"
root=$(buildah mount "$container") || give_up "the image can't be mounted"
config=$(buildah inspect --type image --format '{{.OCIv1.Config.User}} {{.OCIv1.Config.Entrypoint}} {{.OCIv1.Config.Cmd}}' "$tag")
mapfile -t environment < <(buildah inspect --type image --format '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' "$tag" | sed '/^$/d')

check "the image runs exdate run as user 10001" [ "$config" = "10001:10001 [exdate] [run]" ]
check "it has no shell" [ ! -e "$root/bin/sh" ]
check "buildah run says $version" test "$(buildah run "$container" -- exdate --version)" = "$version"

# --- database and sources ----------------------------------------------------------------------------------------------
mkdir "$work/data" "$work/config"
install -d -o 10001 -g 10001 "$work/backups"
target/exdate database --private --data "$work/data" >"$work/database.log" 2>&1 &
servers+=($!)
await 60 "$work/database.log" "ready " || { cat "$work/database.log"; give_up "no PostgreSQL server can be started"; }
port=$(sed -n 's/^ready [^ ]*:\([0-9]*\)\/.*/\1/p' "$work/database.log")
password=$(cat "$work/data/database.password")
url() { printf 'postgresql://exdate:%s@127.0.0.1:%s/%s' "$password" "$port" "$1"; }
for database in daily clock; do
  sql "$(url exdate)" "CREATE DATABASE $database" || give_up "no database can be made"
done
target/exdate sandbox --symbols 100 --date 2026-11-20 --write-sources "$work/config/application.properties" >"$work/sandbox.log" 2>&1 &
servers+=($!)
await 60 "$work/sandbox.log" "ready " || { cat "$work/sandbox.log"; give_up "no sandbox can be started"; }

# --- a schedule that starts a run at the next full minute, during the other checks -----------------------------
contained "DATABASE_URL=$(url clock)" -- schedule --cron '* * * * *' -- --force --only cboe >"$work/schedule.log" 2>&1 &
schedule=$!
runs+=("$schedule")

# --- the daily run ---------------------------------------------------------------------------------------------------
contained "DATABASE_URL=$(url daily)" -- run --force --discover=always --date 2026-11-20 >"$work/run.log" 2>&1 &
run=$!
runs+=("$run")
code=0
wait "$run" || code=$?
check "a daily run ends with exit code 0" [ "$code" = 0 ] || tail -n 20 "$work/run.log"
check "without a browser, a line says that the NYSE page needs one" grep -q 'nyse.*EXDATE_BROWSER' "$work/run.log"
for table in raw_stocks raw_stock_prices raw_dividends raw_dividends_cboe raw_future_dividends raw_holdings_history; do
  rows=$(sql "$(url daily)" "SELECT count(*) FROM $table")
  check "$table has rows: $rows" [ "${rows:-0}" -gt 0 ]
done
check "the backup is in the mounted folder and belongs to user 10001" \
  test -n "$(find "$work/backups" -type f -user 10001 -size +10k -print -quit)"
check "status answers" grep -q '❌\|✅' <(contained "DATABASE_URL=$(url daily)" -- status)

# --- the ends --------------------------------------------------------------------------------------------------------
contained DATABASE_URL=postgresql://a:b@127.0.0.1:1/c -- run --force >"$work/wrong.log" 2>&1 &
run=$!
runs+=("$run")
code=0
wait "$run" || code=$?
check "an unreachable database ends it with exit code 2" [ "$code" = 2 ]

target/exdate sandbox --symbols 100 --date 2026-11-20 --faults yahoo=hang --write-sources "$work/config/hanging.properties" >"$work/hanging.log" 2>&1 &
servers+=($!)
await 60 "$work/hanging.log" "ready " || give_up "no second sandbox can be started"
contained "DATABASE_URL=$(url daily)" -- run --force --date 2026-11-20 --sources config/hanging.properties --skip nyse >"$work/term.log" 2>&1 &
run=$!
runs+=("$run")
if await 90 "$work/term.log" "STEP 2"; then
  term "$run"
  check "TERM in the middle of a run: $ended" grep -qE '^exit 143 after [0-9] s$' <(printf '%s\n' "$ended")
  check "the journal says cancelled" \
    [ "$(sql "$(url daily)" "SELECT status, exit_code FROM exdate.run ORDER BY started_at DESC LIMIT 1")" = "cancelled|143" ]
else
  check "a run reaches step 2" false
fi

check "schedule starts a run at the full minute" await 90 "$work/schedule.log" "The run ended with exit code 0"
term "$schedule"
check "TERM to the schedule: $ended" grep -qE '^exit 143 after [0-2] s$' <(printf '%s\n' "$ended")

say size "$size the image, of them $(($(stat -c %s target/exdate) / 1000 / 1000)) MB the executable"
[ $failures = 0 ]
