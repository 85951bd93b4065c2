#!/bin/sh
# Makes a throw-away root with Wine 10 for `npm run test:wine`. The Wine of Debian 12 aborts on Node 24 and 26, that of the next release does not.
# Needs root and mmdebstrap; 1.1 GB, about two minutes. The mirror is this machine's own.
#   sh test/windows/wine-root.sh /var/tmp/wine-root
#   WINE_ROOT=/var/tmp/wine-root npm run test:wine
set -eu
root=${1:?where to put the root}
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | grep '/debian/*$' | head -n 1)
[ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list | grep '/debian/*$' | head -n 1)
mmdebstrap --variant=apt --aptopt='APT::Install-Recommends "false"' --include=wine64 trixie "$root" "${mirror:?no Debian mirror in the sources of apt}"
cp /etc/hosts "$root/etc/hosts"
