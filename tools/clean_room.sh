#!/usr/bin/env bash
# Tries a command of the README on a bare Debian 12: what a new user meets. `--help` says how.
set -euo pipefail

usage() {
  cat <<'END'
tools/clean_room.sh                              # ./demo.sh on a bare Debian 12
tools/clean_room.sh --command './setup.sh build'

Bootstraps Debian 12 (minbase) into a temporary folder, copies the repository's files in (tracked
ones and new ones that git does not ignore), runs the command there as root, and prints minutes
and megabytes. Needs root and debootstrap. Mirror, proxies and certificates are this machine's.

  --command TEXT   what to run (default ./demo.sh)
  --dir FOLDER     where to put the clean room (default a new folder in /tmp)
  --keep           leave the folder there to look at
  --help           this text
END
}

fail() { printf 'clean_room: %s\n' "$@" >&2; exit 1; }
say() { printf 'clean_room: %s\n' "$*"; }

command=./demo.sh room='' keep=no
while (($#)); do
  case "$1" in
    --command) command=${2:?"--command needs a text"}; shift ;;
    --dir) room=${2:?"--dir needs a folder"}; shift ;;
    --keep) keep=yes ;;
    --inside) break ;;
    --help | -h) usage; exit 0 ;;
    *) printf 'clean_room: "%s" is not known. See --help\n' "$1" >&2; exit 2 ;;
  esac
  shift
done

# Second part, in a mount namespace of its own: what is mounted here is gone with the process, so
# nothing can stay mounted, and no later rm can reach the machine's /dev.
if [[ ${1:-} == --inside ]]; then
  room=$2 command=$3
  mount -t proc proc "$room/proc"
  mount --rbind /dev "$room/dev"
  mount --make-rslave "$room/dev"
  mount -t tmpfs tmpfs "$room/tmp"
  mapfile -t passed_on < <(env | grep -iE '^(https?_proxy|no_proxy|all_proxy|pip_[a-z_]*|npm_config_[a-z_]*|node_extra_ca_certs|ssl_cert_file|ssl_cert_dir)=')
  exec chroot "$room" /usr/bin/env -i HOME=/srv PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LANG=C.UTF-8 TERM=dumb "${passed_on[@]}" /bin/bash -c "cd /srv/tidewaiter && $command"
fi

[[ $(id -u) == 0 ]] || fail "mounting and debootstrap need root." "Run it with sudo."
command -v debootstrap >/dev/null || fail "debootstrap is missing." "apt-get install debootstrap"
repository=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

made=no
if [[ -z $room ]]; then
  room=$(mktemp -d /tmp/clean_room.XXXXXX)
  made=yes
fi
room=$(readlink -f "$room")
[[ $made == yes || ! -e $room || -z $(ls -A "$room") ]] || fail "$room is not empty." "Name an empty or new folder."
[[ $room != "$repository"* ]] || fail "the clean room must lie outside the repository."
mkdir -p "$room"
leave() {
  if [[ $keep == yes ]]; then say "left in $room"; else rm -rf --one-file-system "$room"; fi
}
trap leave EXIT
trap 'exit 130' INT TERM

received_bytes() { awk '$1 != "lo:" && NR > 2 { n += $2 } END { printf "%d\n", n }' /proc/net/dev; }

# The archives that this machine gets Debian 12 from, as "address suite component".
sources() {
  apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 2>/dev/null |
    awk '$1 ~ /^Debian/ && $2 ~ /^bookworm/ { print $3, $4, $5 }' | sort -u
}
mirror=$(sources | awk '$2 == "bookworm" { print $1; exit }')
[[ -n $mirror ]] || fail "no archive of Debian 12 in this machine's apt lists." "Run apt-get update, or use a Debian 12 machine."

started=$SECONDS
say "bootstrapping Debian 12 into $room"
debootstrap --variant=minbase bookworm "$room" "$mirror" >"$room.log" 2>&1 || {
  tail -n 5 "$room.log" >&2
  fail "debootstrap failed, see $room.log"
}
rm -f "$room.log"
say "bootstrapped in $((SECONDS - started)) s, $(du -sm "$room" | cut -f1) MB"

# How this machine reaches its registries: sources, apt options, npm and pip settings, certificates.
sources | sed 's/^/deb /' >"$room/etc/apt/sources.list"
copy_setting() { [[ ! -e $1 ]] || { mkdir -p "$room$(dirname "$2")" && cp -L "$1" "$room$2"; }; }
for file in /etc/apt/apt.conf.d/*; do
  # Proxy, certificate and timing options; hooks of other programs would not find their program.
  grep -qE '::(Pre|Post)-Invoke|DPkg::Pre-Install' "$file" || copy_setting "$file" "$file"
done
for file in /etc/npmrc /etc/pip.conf /etc/resolv.conf /etc/hosts; do copy_setting "$file" "$file"; done
copy_setting "${HOME:-/nonexistent}/.npmrc" /srv/.npmrc
copy_setting "${HOME:-/nonexistent}/.config/pip/pip.conf" /srv/.config/pip/pip.conf
copy_setting /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
for file in /usr/local/share/ca-certificates/*.crt; do copy_setting "$file" "$file"; done
mkdir -p "$room/srv/tidewaiter"
git -C "$repository" ls-files -z --cached --others --exclude-standard |
  (cd "$repository" && xargs -0 -r sh -c 'for f; do [ -e "$f" ] && printf "%s\0" "$f"; done' _) |
  tar -C "$repository" --null --files-from=- -c | tar -x -C "$room/srv/tidewaiter" --no-same-owner

say "running: $command"
received=$(received_bytes)
started=$SECONDS
status=0
unshare --mount --propagation private bash "$(readlink -f "${BASH_SOURCE[0]}")" --inside "$room" "$command" || status=$?
seconds=$((SECONDS - started))
megabytes=$((($(received_bytes) - received) / 1000000))
say "exit $status after $((seconds / 60)) min $((seconds % 60)) s; $megabytes MB received by this" \
  "machine meanwhile; the room holds $(du -sm "$room" | cut -f1) MB"
exit "$status"
