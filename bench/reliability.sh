#!/usr/bin/env bash
# Runs the fault tests and writes the results to docs/reliability.md: first on the Java program, then, if target/exdate is
# built, on the executable. The tests of stopping by SIGTERM and SIGINT are included. Takes most of an hour on two cores.
# With --table it only writes the results that the last test runs left in target/reliability.tsv.
set -euo pipefail
cd "$(dirname "$0")/.."

results=target/reliability.tsv
page=docs/reliability.md
failed=0
if [ "${1:-}" != --table ]; then
  rm -f "$results"
  ./test.sh --faults || failed=1
  ./test.sh -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=EndingIT || failed=1
  if [ -x target/exdate ]; then
    ./test.sh --native --faults || failed=1
    ./test.sh --native -Dit.test=EndingIT || failed=1
  fi
fi
[ -s "$results" ] || { echo "reliability: $results not found; run bench/reliability.sh without --table" >&2; exit 2; }

# Prints the results of one program, sorted by fault.
table() {
  echo "| Fault | Tried | Survived | Lost rows | Time to end, s: mean (longest) |"
  echo "|---|---:|---:|---:|---:|"
  awk -F '\t' -v program="$1" '
    $1 == program {
      tried[$2] += $3; survived[$2] += $4; lost[$2] += $5; lines[$2]++; seconds[$2] += $6
      if ($6 > longest[$2]) longest[$2] = $6
    }
    END {
      for (fault in tried)
        printf "| %s | %d | %d | %d | %.1f (%.1f) |\n",
          fault, tried[fault], survived[fault], lost[fault], seconds[fault] / lines[fault], longest[fault]
    }' "$results" | LC_ALL=C sort
}

{
  sed '/^<!-- The tables/q' "$page"
  echo
  echo "Measured at $(git log -1 --format='%h, %cs') on $(nproc) processors."
  for program in java native; do
    grep -q "^$program"$'\t' "$results" || continue
    echo
    [ "$program" = java ] && echo "## The Java program" || echo "## The executable"
    echo
    table "$program"
  done
} >"$page.new"
mv "$page.new" "$page"
exit $failed
