#!/usr/bin/env bash
# Builds a site as a Slurm array job, a shard a task, and merges the shards when all are done.
#
#   docs/machines/slurm.sh SHARDS CONTENT OUT
#
# Run from anywhere on the login node; project, CONTENT and OUT lie on the shared file system. A task whose node fails is queued
# again by Slurm. Both jobs are printed. The merge waits until every shard is there, and never starts where one failed for good.
set -euo pipefail

shards=$1 content=$(realpath "$2") out=$(realpath -m "$3")
project=$(cd "$(dirname "$0")/../.." && pwd)
parts="$out.shards"
mkdir -p "$parts"

array=$(sbatch --parsable --job-name kb-build --array "1-$shards" --requeue --chdir "$project" --output "$parts/%a.log" \
  --wrap "node src/cli/kb.mjs build --content '$content' --shard \$SLURM_ARRAY_TASK_ID/$shards --out '$parts/'\$SLURM_ARRAY_TASK_ID")
echo "Submitted array job $array"

sbatch --job-name kb-merge --dependency "afterok:$array" --kill-on-invalid-dep yes --chdir "$project" --output "$parts/merge.log" \
  --wrap "node src/cli/kb.mjs merge '$parts'/*/ --out '$out' && rm -rf '$parts'/*/"
