#!/usr/bin/env bash
# Builds a site on several machines with GNU parallel over ssh, and merges what they have built.
#
#   docs/machines/parallel.sh HOSTS SHARDS CONTENT OUT
#
# HOSTS    file with a machine a line, as ssh takes it: builder@host1
# SHARDS   parts to cut the site into: two or three times as many as there are machines, so that none waits for the slowest
# CONTENT  the articles, at the same path on every machine
# OUT      the site, on this machine
#
# The project stands at the same path on every machine, with its packages installed, and rsync, with which parallel fetches what was built.
# A shard whose machine fails is built by another; one that fails three times ends the whole.
set -euo pipefail

hosts=$(realpath "$1") shards=$2 content=$(realpath "$3") out=$(realpath -m "$4")
project=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
# Where the machines work: not the folder into which their work comes, for this machine may be one of them.
far="$work-far"
trap 'rm -rf "$work" "$far"' EXIT

# A machine that is switched off says nothing: without being asked, ssh would wait for hours.
ssh="ssh -o ConnectTimeout=30 -o ServerAliveInterval=15 -o ServerAliveCountMax=4"

# --return brings a shard's archive back to this folder and --cleanup removes it there; {} is its number.
cd "$work"
parallel --ssh "$ssh" --sshloginfile "$hosts" --jobs 1 --retries 3 --workdir "$far" --return "shard-{}.tar" --cleanup \
  "cd '$project' && node src/cli/kb.mjs build --content '$content' --shard {}/$shards --out '$far/shard-{}' --force \
    && tar -cf '$far/shard-{}.tar' -C '$far' 'shard-{}' && rm -rf '$far/shard-{}'" \
  ::: $(seq "$shards")

for number in $(seq "$shards"); do
  tar -xf "$work/shard-$number.tar" -C "$work"
  rm "$work/shard-$number.tar"
done
node "$project/src/cli/kb.mjs" merge "$work"/shard-*/ --out "$out"
