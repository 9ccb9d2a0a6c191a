#!/bin/sh
# Prints a bill of materials (CycloneDX, JSON) of the given Debian packages of this system, or of all if none is given.
# Dockerfile.native runs it in the stages that the image's files come from.
set -eu
release=$(sed -n 's/^VERSION_ID="\{0,1\}\([0-9]*\).*/\1/p' /etc/os-release)
dpkg-query -W -f '${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}\t${db:Status-Status}\n' "$@" |
  awk -F '\t' -v release="$release" '
    function coded(text) { gsub(/%/, "%25", text); gsub(/\+/, "%2B", text); gsub(/:/, "%3A", text); return text }
    BEGIN {
      print "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"version\": 1,"
      print " \"metadata\": {\"component\": {\"type\": \"container\", \"name\": \"exdate\"}},"
      print " \"components\": ["
    }
    $6 == "installed" {
      purl = "pkg:deb/debian/" coded($1) "@" coded($2) "?arch=" $3 "&distro=debian-" release
      if ($4 != $1 || $5 != $2) purl = purl "&upstream=" coded($4) "%40" coded($5)
      printf "%s  {\"type\": \"library\", \"name\": \"%s\", \"version\": \"%s\", \"purl\": \"%s\"}", separator, $1, $2, purl
      separator = ",\n"
    }
    END { print "\n]}" }'
