#!/usr/bin/env bash
# Builds Exdate's container image with docker, podman or buildah, whichever works here.
#   build/image.sh TAG [runtime|with-browser]
# Uses target/exdate if it has been built; otherwise the image's build stage builds it.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  sed -n '2,4s/^# \{0,1\}//p' "$(readlink -f "${BASH_SOURCE[0]}")" >&2
  exit 2
fi
tag=$1 target=${2:-runtime}

# EXDATE_IMAGE_BUILDER is the command to use instead of the one found.
builder() {
  local engine
  if [ -n "${EXDATE_IMAGE_BUILDER:-}" ]; then
    printf '%s' "$EXDATE_IMAGE_BUILDER"
    return 0
  fi
  for engine in docker podman; do
    if command -v "$engine" >/dev/null && "$engine" info >/dev/null 2>&1; then
      printf '%s build' "$engine"
      return 0
    fi
  done
  command -v buildah >/dev/null && printf 'buildah build --layers'
}

if ! builder=$(builder); then
  echo "image: neither docker nor podman works here and buildah is not installed; install one of them" >&2
  exit 2
fi

executable=build
[ ! -x target/exdate ] || executable=built
version=$(sed -n '0,/<version>/s/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml)
revision=$(git rev-parse HEAD 2>/dev/null || echo unknown)
echo "image: $tag, target $target, executable: $executable, by $builder" >&2
# shellcheck disable=SC2086
exec $builder -f Dockerfile.native -t "$tag" --target "$target" \
  --build-arg EXECUTABLE="$executable" --build-arg VERSION="$version" --build-arg REVISION="$revision" .
