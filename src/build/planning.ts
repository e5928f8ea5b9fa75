import { openArchive } from "../site/archive.ts";
import { planSite } from "../site/plan.ts";
import type { Update } from "./build.ts";
import { changesOf, digestPlan, type Changes, type Planned } from "./changes.ts";
import { checkFiles } from "./limits.ts";
import type { Before } from "./manifest.ts";
import type { Watcher } from "./options.ts";
import { filesIn } from "./output.ts";
import { isInShard } from "./shards.ts";

/** What a build is to make. */
export interface Planning {
  /** All pages of the site. */
  plan: readonly Planned[];
  /** Those of the shard that is built; all where there are no shards. */
  own: readonly Planned[];
  changes: Changes;
}

/** Says which pages the site has, and which of them are not in the folder as they are to be. Throws where they are too many for the host. */
export async function planPages(
  { options, content, renderer }: Update,
  before: Before,
  watcher: Watcher,
): Promise<Planning> {
  const { shard, maxFiles, search: hasSearch } = options;
  const stage = watcher.stage("plan");
  const archive = openArchive(content.entries.filter(options.select));
  const plan = digestPlan(planSite(archive));
  const own = shard === undefined ? plan : plan.filter(({ address }) => isInShard(address, shard));
  const changes = changesOf(own, renderer.digest, before);
  if (maxFiles !== undefined) {
    const { length: assets } = await filesIn(renderer.assets);
    const { length: articles } = archive.entries;
    checkFiles({ pages: plan.length, articles, assets, hasSearch }, maxFiles);
  }
  stage.end(`${own.length} pages, ${changes.build.length} to build`);
  return { plan, own, changes };
}
