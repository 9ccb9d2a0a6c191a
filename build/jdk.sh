# Sourced by the scripts: sets JAVA_HOME to a JDK 25 or newer, from JAVA_HOME, /usr/lib/jvm or PATH, in that order.
java_major() {
  local version
  version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  printf '%s' "${version:-0}"
}

find_jdk() {
  local candidate on_path
  on_path=$(command -v java 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$on_path"; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ "$(java_major "$candidate")" -ge 25 ]; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk); then
  echo "exdate: no JDK 25 found in JAVA_HOME, /usr/lib/jvm or PATH; install one (for example temurin-25-jdk) or set JAVA_HOME" >&2
  exit 2
fi
export JAVA_HOME
