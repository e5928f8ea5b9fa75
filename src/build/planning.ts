import type { Update } from "./build.ts";
import { changedIn, unwantedIn, type Changes, type Planned } from "./changes.ts";
import type { Content } from "./content.ts";
import { digestOf } from "./digest.ts";
import { forgetPlan, openPlan, type SitePlan } from "./kept-plan.ts";
import { checkFiles } from "./limits.ts";
import type { Before, BuildState, Ground } from "./manifest.ts";
import type { Watcher } from "./options.ts";
import { filesIn } from "./output.ts";
import type { PlannedPage, PlanPages } from "./plan-pages.ts";
import { archiveOf, membership, type Shard } from "./shards.ts";
import { planParts } from "./site-parts.ts";

/** What a build is to make. */
export interface Planning {
  /** All pages of the site. */
  pages: PlanPages;
  /** How many of them the folder is to have: all where no shard is built. */
  count: number;
  changes: Changes;
  /** The file that the pages' models lie in, open; who asked for the plan closes it. */
  models: number;
  /** What the pages were compared with. */
  ground: Ground;
}

/** Says which pages the site has, and which of them are not in the folder as they are to be. Throws where they are too many for the host. */
export async function planPages(
  update: Update,
  { before, state }: { before: Before; state: BuildState },
  watcher: Watcher,
): Promise<Planning> {
  const { content, options } = update;
  const stage = watcher.stage("plan");
  if (!before.isKnown) forgetPlan(state.planFile);
  const plan = await openSitePlan(update, state.planFile);
  const { pages, file: models, former, digest } = plan;
  const compared = compareSome(update, before, plan) ?? compareAll(update, before, plan);
  former?.close();
  if (options.maxFiles !== undefined) await checkCount(update, pages.size, options.maxFiles);
  stage.end(`${compared.count} pages, ${compared.changes.build.length} to build`);
  return { pages, ...compared, models, ground: { content: content.state, plan: digest } };
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

type Compared = Pick<Planning, "count" | "changes">;

/** Compares all pages that the folder is to have. */
function compareAll(
  { options: { shard }, content, renderer }: Update,
  before: Before,
  { pages, file: models, former }: SitePlan,
): Compared {
  const all = plannedPages(pages, content);
  const own = shard === undefined ? all : pagesOf(shard, all);
  const build = changedIn({ pages: own, models, former }, renderer.digest, before);
  return { count: own.length, changes: { build, remove: unwantedIn(before, own) } };
}

/**
 * Compares the pages alone that can differ from those that are there: that were planned anew, or read an article that changed. Undefined where that
 * can be any.
 */
function compareSome(
  { options: { shard }, content, renderer }: Update,
  before: Before,
  { pages, changed, digest, file: models, former }: SitePlan,
): Compared | undefined {
  const { ground, manifest, touched } = before;
  const isSettled =
    ground?.content === content.stateBefore &&
    ground.plan === (former?.digest ?? digest) &&
    manifest.renderer === renderer.digest &&
    touched.size === 0;
  if (!isSettled || changed === undefined || shard !== undefined) return undefined;
  const some = pages
    .some(new Set(changed), content.changed())
    .map((page) => withFiles(page, content.filesOf));
  const build = changedIn({ pages: some, models, former }, renderer.digest, before);
  return { count: pages.size, changes: { build, remove: [] } };
}

/** The pages of a plan, with the files that they read. */
export function plannedPages(pages: PlanPages, content: Content): Planned[] {
  const files = content.files();
  return pages.all().map((page) => withFiles(page, (id) => files.get(id) ?? ""));
}

function withFiles(page: PlannedPage, filesOf: (id: string) => string): Planned {
  const found = page.reads.map(filesOf);
  return { ...page, files: found.length > 1 ? digestOf(found.join("\n")) : (found[0] ?? "") };
}

function pagesOf(shard: Shard, pages: readonly Planned[]): Planned[] {
  const isIn = membership(archiveOf(pages), shard);
  return pages.filter(({ address }) => isIn(address));
}

async function checkCount(
  { content, options, renderer }: Update,
  pages: number,
  maxFiles: number,
): Promise<void> {
  const { length: assets } = await filesIn(renderer.assets);
  const articles = content.entries().filter(options.select.takes).length;
  checkFiles({ pages, articles, assets, hasSearch: options.search }, maxFiles);
}
