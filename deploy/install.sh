#!/bin/sh
# Installs the commit of this clone, or upgrades to it: sudo deploy/install.sh. Starts and stops nothing.
# Each commit gets its own folder below /opt/tirkeu/releases, so if anything fails here, the previous program stays.
set -eu
umask 022
cd "$(dirname "$0")/.."

[ "$(id -u)" -eq 0 ] || { echo "Run it as root: sudo deploy/install.sh" >&2; exit 1; }
# The system's Python: one in root's home would be unreadable for the bot.
python=${PYTHON:-/usr/bin/python3}
"$python" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' ||
    { echo "Python 3.11 or newer is needed, with venv: apt-get install python3-venv" >&2; exit 1; }

id tirkeu >/dev/null 2>&1 ||
    useradd --system --user-group --no-create-home --home-dir /var/lib/tirkeu --shell /usr/sbin/nologin tirkeu

release=/opt/tirkeu/releases/$(git rev-parse --short=12 HEAD)
if [ ! -e "$release/complete" ]; then
    rm -rf "$release"
    source=$(mktemp -d)
    trap 'rm -rf "$source"' EXIT
    git archive HEAD | tar -x -C "$source"
    "$python" -m venv "$release"
    "$release/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$source/requirements.lock"
    "$release/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index "$source"
    (cd / && runuser --user tirkeu -- "$release/bin/tirkeu" offices Кокшетау >/dev/null)
    touch "$release/complete"
fi

install -d -o tirkeu -g tirkeu -m 0700 /var/lib/tirkeu /var/backups/tirkeu
install -d -o root -g tirkeu -m 0750 /etc/tirkeu
[ -e /etc/tirkeu/.env ] || install -o root -g tirkeu -m 0640 deploy/tirkeu.env /etc/tirkeu/.env
install -m 0755 deploy/tirkeu.sh /usr/local/bin/tirkeu
install -m 0644 deploy/tirkeu.service deploy/tirkeu-backup.service deploy/tirkeu-backup.timer /etc/systemd/system/
ln -sfn "$release" /opt/tirkeu/current
[ ! -d /run/systemd/system ] || systemctl daemon-reload

echo "Installed $release. Settings: /etc/tirkeu/.env. Start: systemctl enable --now tirkeu tirkeu-backup.timer"
