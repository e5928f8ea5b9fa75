import type { Update } from "./build.ts";
import { changesOf, type Changes, type Planned } from "./changes.ts";
import type { Content } from "./content.ts";
import { digestOf } from "./digest.ts";
import { forgetPlan, openPlan, type SitePlan } from "./kept-plan.ts";
import { checkFiles } from "./limits.ts";
import type { Before, BuildState } from "./manifest.ts";
import type { Watcher } from "./options.ts";
import { filesIn } from "./output.ts";
import { archiveOf, membership, type Shard } from "./shards.ts";
import { planParts } from "./site-parts.ts";

/** What a build is to make. */
export interface Planning {
  /** All pages of the site. */
  pages: readonly Planned[];
  /** Those of the shard that is built; all where there are no shards. */
  own: readonly Planned[];
  changes: Changes;
  /** The file that the pages' models lie in, open; who asked for the plan closes it. */
  models: number;
}

/** Says which pages the site has, and which of them are not in the folder as they are to be. Throws where they are too many for the host. */
export async function planPages(
  update: Update,
  { before, state }: { before: Before; state: BuildState },
  watcher: Watcher,
): Promise<Planning> {
  const { options, renderer } = update;
  const { shard, maxFiles, search: hasSearch } = options;
  const stage = watcher.stage("plan");
  if (!before.isKnown) forgetPlan(state.planFile);
  const { file, former, ...sitePlan } = await openSitePlan(update, state.planFile);
  const pages = sitePlan.pages.map((page) => ({
    ...page,
    files: filesOf(page.reads, update.content),
  }));
  const own = shard === undefined ? pages : pagesOf(shard, pages);
  const changes = changesOf({ pages: own, models: file, former }, renderer.digest, before);
  former?.close();
  if (maxFiles !== undefined) {
    const { length: assets } = await filesIn(renderer.assets);
    const articles = update.content.entries().filter(options.select.takes).length;
    checkFiles({ pages: pages.length, articles, assets, hasSearch }, maxFiles);
  }
  stage.end(`${own.length} pages, ${changes.build.length} to build`);
  return { pages, own, changes, models: file };
}

function openSitePlan(update: Update, path: string): Promise<SitePlan> {
  const { options, content, renderer } = update;
  const { words } = options.select;
  const digestOver = (entries: string) =>
    digestOf([renderer.digest, process.version, entries, ...words].join("\n"));
  return openPlan(path, {
    digest: digestOver(content.digest),
    since: digestOver(content.digestBefore),
    plan: (former) => planParts(update, former),
  });
}

function pagesOf(shard: Shard, pages: readonly Planned[]): Planned[] {
  const isIn = membership(archiveOf(pages), shard);
  return pages.filter(({ address }) => isIn(address));
}

/** A digest of the files that a page reads. */
function filesOf(articles: readonly string[], { files }: Content): string {
  const found = articles.map((id) => files.get(id) ?? "");
  return found.length > 1 ? digestOf(found.join("\n")) : (found[0] ?? "");
}
