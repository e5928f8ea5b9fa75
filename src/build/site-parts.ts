import { config } from "../config.ts";
import { openArchive, withRelated } from "../site/archive.ts";
import { isRewording, type Edit, type Rewording } from "../site/edits.ts";
import { keptOf, type Kept } from "../site/kept.ts";
import { relationsOf } from "../site/links/relations.ts";
import { ownModels } from "../site/models/article.ts";
import type { PagePlan } from "../site/page.ts";
import { planArticles, planLists } from "../site/plan.ts";
import { reword } from "../site/reworded.ts";
import type { Update } from "./build.ts";
import { pack, unpack } from "./packed.ts";
import type { PlanFile } from "./plan-file.ts";
import { relateBeside } from "./relate.ts";
import type { Selection } from "./select.ts";
import type { PlannedSite } from "./write-plan.ts";

/** As many articles are quickly related, or reworded. */
const FEW = 2_000;

/** Plans the pages of the site, and notes for the next plan what is kept of the archive. `former`: the plan of what was known before. */
export function planParts(update: Update, former: PlanFile | undefined): PlannedSite {
  const edits = former && editsIn(update);
  const isReworded = edits !== undefined && edits.length <= FEW && edits.every(isRewording);
  return former && isReworded ? planReworded(update, former, edits) : planAll(update, edits);
}

/** What is edited of the articles that the site has; undefined where that is not known. */
function editsIn({ content, options }: Update): Edit[] | undefined {
  return content.edits()?.flatMap((edit) => editIn(options.select.takes, edit));
}

function editIn(takes: Selection["takes"], { before, now }: Edit): Edit[] {
  const [had, has] = [before, now].map((entry) => (entry && takes(entry) ? entry : undefined));
  return had === undefined && has === undefined ? [] : [{ before: had, now: has }];
}

/** Plans the pages that may show something else, from what was kept with the former plan. */
function planReworded(
  update: Update,
  former: PlanFile,
  rewordings: readonly Rewording[],
): PlannedSite {
  loadRenderer(update);
  const before = unpack(former.notes()) as Kept;
  const { pages, kept } = reword(before, rewordings, update.content.entryOf);
  return { pages: [pages], keepsOthers: true, notes: () => pack(kept) };
}

/** Plans all pages, while a thread finds how articles are related, where there are many. */
function planAll(update: Update, edits: readonly Edit[] | undefined): PlannedSite {
  const { content, options } = update;
  const { takes, words: select } = options.select;
  const areMany = content.articles > FEW;
  const found = areMany
    ? relateBeside({ kind: "relate", entries: content.entriesJson(), select })
    : undefined;
  let notes = (): readonly Uint8Array[] => [];
  async function* pages(): AsyncGenerator<Iterable<PagePlan>> {
    loadRenderer(update);
    const archive = openArchive(content.entries().filter(takes), edits);
    yield planLists(archive);
    const own = ownModels(archive);
    const relations = (await found) ?? relationsOf(archive, config.related);
    notes = () => pack(keptOf(archive, relations));
    yield planArticles(withRelated(archive, relations.related), own);
  }
  return { pages: pages(), notes: () => notes() };
}

/** Has threads load the renderer while there is nothing else for them to do. */
function loadRenderer({ pool, renderer }: Update): void {
  for (const thread of pool.started()) {
    // What keeps it from being loaded is told when it is to render.
    thread.ask({ kind: "load", entry: renderer.entry }).catch(() => undefined);
  }
}
