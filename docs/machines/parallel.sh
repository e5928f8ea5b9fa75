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
# The project stands at the same path on every machine, with its packages installed. A shard whose machine fails is built by
# another; one that fails three times ends the whole.
set -euo pipefail

hosts=$(realpath "$1") shards=$2 content=$(realpath "$3") out=$(realpath -m "$4")
project=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --return brings a shard's archive back to this folder and --cleanup removes it there; {} is its number.
cd "$work"
parallel --sshloginfile "$hosts" --jobs 1 --retries 3 --workdir "$work" --return "shard-{}.tar" --cleanup \
  "cd '$project' && node src/cli/kb.mjs build --content '$content' --shard {}/$shards --out '$work/shard-{}' --force \
    && tar -cf '$work/shard-{}.tar' -C '$work' 'shard-{}' && rm -rf '$work/shard-{}'" \
  ::: $(seq "$shards")

for number in $(seq "$shards"); do
  tar -xf "$work/shard-$number.tar" -C "$work"
  rm "$work/shard-$number.tar"
done
node "$project/src/cli/kb.mjs" merge "$work"/shard-*/ --out "$out"
