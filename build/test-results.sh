#!/usr/bin/env bash
# Prints the last lines of a test run from Maven's reports: the failed tests, and the skipped ones with the reason. Ends with 1
# if any test failed.
set -euo pipefail
shopt -s nullglob
reports=(target/surefire-reports/TEST-*.xml target/failsafe-reports/TEST-*.xml)
[ ${#reports[@]} -gt 0 ] || exit 0
awk '
  function value(name,   text) {
    if (!match($0, " " name "=\"[^\"]*\"")) return ""
    text = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    gsub(/&#10;.*/, "", text); gsub(/&quot;/, "\"", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
    gsub(/&apos;/, "'"'"'", text); gsub(/&amp;/, "\\&", text)
    return text
  }
  /<testcase / { test = value("classname"); sub(/.*\./, "", test); name = value("name"); if (name) test = test "." name }
  /<(failure|error)[ >]/ { if (!(test in failed)) { failed[test]; order[++failures] = test } }
  /<skipped/ { reason = value("message"); left[reason ? reason : "switched off"]++ }
  END {
    for (reason in left) printf "test: left out: %d tests (%s)\n", left[reason], reason
    for (i = 1; i <= failures; i++) print "test: failed: " order[i]
    exit failures > 0
  }' "${reports[@]}"
