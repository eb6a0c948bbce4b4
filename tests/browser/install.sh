#!/bin/sh
# What the tests need besides Python. A Chromium: one that is there, else Debian's package (as root), else Playwright's own. The
# fonts are for Chinese names: without them the browser draws boxes. And nginx, for deploy/nginx.conf: one that is there, else
# Debian's package (as root), else the tests of that file are skipped. And strace, for a kill at each system call of a save, likewise.
set -eu
PATH="$PATH:/usr/sbin"
packages=""
command -v chromium >/dev/null 2>&1 || packages="chromium fonts-noto-cjk"
command -v nginx >/dev/null 2>&1 || packages="$packages nginx-light"
command -v strace >/dev/null 2>&1 || packages="$packages strace"
[ -n "$packages" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing $packages (Debian's packages) ..."
    policy=/usr/sbin/policy-rc.d # while it says no, a package does not start its service: the tests start an nginx of their own
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
elif ! command -v chromium >/dev/null 2>&1; then
    echo "Installing Chromium (Playwright's own) ..."
    python -m playwright install chromium
fi
