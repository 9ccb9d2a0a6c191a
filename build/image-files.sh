#!/bin/sh
# Dockerfile.native runs this in a Debian with the PostgreSQL client. It copies only what Exdate needs to /files, so that the
# image has no shell, no package manager and no Perl. It records the Debian packages that the files come from in the way that
# image scanners expect.
set -eu
files=/files
mkdir -p "$files/usr/bin" "$files/usr/lib" "$files/usr/lib64" "$files/usr/sbin" "$files/var/lib/dpkg/status.d"
for folder in bin sbin lib lib64; do
  ln -s "usr/$folder" "$files/$folder"
done
install -d -m 1777 "$files/tmp"

copy() {
  (cd / && cp -a --parents "$@" "$files")
}

cp -aL /usr/lib/postgresql/*/bin/pg_dump /usr/lib/postgresql/*/bin/pg_restore /usr/lib/postgresql/*/bin/psql "$files/usr/bin/"
# Copy the whole C library: it loads parts by name, such as name services, that no list of needed libraries shows.
c_library=$(dpkg -L libc6 | grep -E '/(ld-linux|lib)[^/]*\.so[^/]*$' | grep -v -e /gconv/ -e /audit/)
needed=$(ldd "$files"/usr/bin/* | sed -n 's/^[^/]*\(\/[^ ]*\) (0x.*/\1/p')
for library in $(printf '%s\n' $c_library $needed /lib/*/libz.so.1 | sort -u); do
  folder=$files$(readlink -f "$(dirname "$library")")
  mkdir -p "$folder"
  cp -aL "$library" "$folder/"
done

copy etc/passwd etc/group etc/nsswitch.conf etc/host.conf etc/os-release usr/lib/os-release etc/debian_version \
  etc/ssl/certs usr/share/ca-certificates usr/share/zoneinfo etc/localtime var/lib/exdate
rm -rf "$files/usr/share/zoneinfo/right" "$files/usr/share/zoneinfo/posix"

packages=$(
  {
    printf '%s\n' base-files base-passwd ca-certificates libc6 tzdata zlib1g
    for library in $needed /usr/lib/postgresql/*/bin/pg_dump; do
      dpkg -S "$(readlink -f "$library")" 2>/dev/null || dpkg -S "$library" 2>/dev/null || true
    done | sed 's/:.*//'
  } | sort -u
)
mkdir -p "$files/usr/share/doc/exdate"
# shellcheck disable=SC2086 # one argument a package
/debian-bom.sh $packages >"$files/usr/share/doc/exdate/image.cdx.json"
for package in $packages; do
  dpkg-query -s "$package" >"$files/var/lib/dpkg/status.d/$package"
  [ ! -f "/usr/share/doc/$package/copyright" ] || copy "usr/share/doc/$package/copyright"
done
