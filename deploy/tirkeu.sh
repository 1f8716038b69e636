#!/bin/sh
# /usr/local/bin/tirkeu: runs a command of the bot with the settings and the user of the service, e.g. `tirkeu officer list`.
# Name files by absolute path: the command runs in /etc/tirkeu, where it finds its settings.
set -eu
umask 077
cd /etc/tirkeu
exec runuser --user tirkeu -- /opt/tirkeu/current/bin/tirkeu "$@"
