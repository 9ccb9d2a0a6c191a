#!/usr/bin/env bash
# Builds the native executable target/exdate.
#   ./native-build.sh                  the release build; takes five to fifteen minutes
#   ./native-build.sh --quick          a faster build with less optimisation, for trying out
#   ./native-build.sh --image TAG      also builds the container image, with docker, podman or buildah
#       [--target with-browser]        the larger image, with Chromium for the NYSE page
# Uses native-image from GRAALVM_HOME or PATH; without one, the Mandrel builder image for JDK 25 with docker or podman.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
cd "$home"

builder_image=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25
arguments=()
image=
image_target=runtime

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "$home/native-build.sh" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --quick) arguments+=(-Dnative.optimisation=-Ob) ;;
    --image) [ $# -ge 2 ] || usage; image=$2; shift ;;
    --target) [ $# -ge 2 ] || usage; image_target=$2; shift ;;
    *) usage ;;
  esac
  shift
done

engine() {
  local candidate
  for candidate in docker podman; do
    if command -v "$candidate" >/dev/null && "$candidate" info >/dev/null 2>&1; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

if [ -n "${GRAALVM_HOME:-}" ] && [ -x "$GRAALVM_HOME/bin/native-image" ]; then
  builder="native-image of $GRAALVM_HOME"
elif native_image=$(command -v native-image); then
  GRAALVM_HOME=$(dirname "$(dirname "$(readlink -f "$native_image")")")
  export GRAALVM_HOME
  builder="native-image of $GRAALVM_HOME"
elif container=$(engine); then
  arguments+=(-Dquarkus.native.container-build=true "-Dquarkus.native.container-runtime=$container"
    "-Dquarkus.native.builder-image=$builder_image")
  builder="$container with $builder_image"
else
  echo "native-build: native-image not found; install GraalVM or Mandrel for JDK 25 and set GRAALVM_HOME, or start docker or podman" >&2
  exit 2
fi

# shellcheck source=build/jdk.sh
. build/jdk.sh
command -v mvn >/dev/null || { echo "native-build: Maven is not installed; install Maven 3.8 or newer" >&2; exit 2; }

mkdir -p target
log=$home/target/native-build.log
echo "native-build: building target/exdate with $builder; output goes to $log" >&2
started=$SECONDS
if ! mvn -B -ntp -Dnative -DskipTests -Dmaven.test.skip=true ${arguments[@]+"${arguments[@]}"} package >"$log" 2>&1; then
  grep -m 5 -E '^(\[ERROR\]|Error:|Fatal error)' "$log" >&2 || tail -n 5 "$log" >&2
  echo "native-build: the build failed; see $log" >&2
  exit 1
fi
minutes=$(((SECONDS - started) / 60)) seconds=$(((SECONDS - started) % 60))
printf 'built in %d min %02d s: target/exdate, %s bytes\n' "$minutes" "$seconds" "$(stat -c %s target/exdate)"
target/exdate --version

if [ -n "$image" ]; then
  exec build/image.sh "$image" "$image_target"
fi
