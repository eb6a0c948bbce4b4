#!/bin/sh
# A Chromium for the browser tests: one that is there, else Debian's package (as root), else Playwright's own.
# The fonts are for Chinese names: without them the browser draws boxes.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium (Debian's package) ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
else
    echo "Installing Chromium (Playwright's own) ..."
    python -m playwright install chromium
fi
