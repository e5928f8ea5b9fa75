import { openArchive, withRelated } from "../site/archive.ts";
import type { RelatedTable } from "../site/links/related-table.ts";
import { ownModel } from "../site/models/article.ts";
import type { PagePlan } from "../site/page.ts";
import { planArticles, planLists } from "../site/plan.ts";
import type { Update } from "./build.ts";
import { changesOf, type Changes, type Planned } from "./changes.ts";
import type { Content } from "./content.ts";
import { digestOf } from "./digest.ts";
import { forgetPlan, openPlan, type SitePlan } from "./kept-plan.ts";
import { checkFiles } from "./limits.ts";
import type { Before, BuildState } from "./manifest.ts";
import type { Watcher } from "./options.ts";
import { filesIn } from "./output.ts";
import { relateBeside } from "./relate.ts";
import { archiveOf, membership, type Shard } from "./shards.ts";

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
  const digestOver = (entries: string) => digestOf([renderer.digest, entries, ...words].join("\n"));
  return openPlan(path, {
    digest: digestOver(content.digest),
    since: digestOver(content.digestBefore),
    plan: () => planParts(update),
  });
}

/** Articles whose related ones are found sooner than a thread has started. */
const FEW = 2_000;

/** Plans the site while a thread, started at once, finds the related articles of a large archive. */
function planParts(update: Update): AsyncGenerator<Iterable<PagePlan>> {
  const { content } = update;
  const { words } = update.options.select;
  const task = { kind: "relate", entries: content.entriesJson, select: words } as const;
  const table = content.files.size > FEW ? relateBeside(task) : undefined;
  return partsOf(update, table);
}

async function* partsOf(
  { options, pool, content, renderer }: Update,
  table: Promise<RelatedTable> | undefined,
): AsyncGenerator<Iterable<PagePlan>> {
  // What keeps a renderer from being loaded is told when it is to render.
  for (const thread of pool.started()) {
    thread.ask({ kind: "load", entry: renderer.entry }).catch(() => undefined);
  }
  const entries = content.entries().filter(options.select.takes);
  const changed = content.changed();
  const archive = openArchive(entries, changed && entries.filter(({ id }) => changed.has(id)));
  yield planLists(archive);
  if (table === undefined) yield planArticles(archive);
  else {
    const own = archive.entries.map((entry) => ownModel(archive, entry));
    yield planArticles(withRelated(archive, await table), own);
  }
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
