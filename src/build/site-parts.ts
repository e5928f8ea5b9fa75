import { config } from "../config.ts";
import { openArchive, withRelations, type Archive } from "../site/archive.ts";
import { isRewording, type Edit } from "../site/edits.ts";
import {
  bytesOf,
  relationsAfter,
  relationsIn,
  relationsOf,
  type Relations,
} from "../site/links/relations.ts";
import { ownModels } from "../site/models/article.ts";
import type { PagePlan } from "../site/page.ts";
import { planArticles, planLists } from "../site/plan.ts";
import type { Update } from "./build.ts";
import type { PlanFile } from "./plan-file.ts";
import { relateBeside } from "./relate.ts";
import type { Selection } from "./select.ts";
import type { PlannedSite } from "./write-plan.ts";

/** Plans all pages of the site. What it notes for the next plan are the articles' relations. `former`: the plan of what was known before. */
export function planSite(update: Update, former: PlanFile | undefined): PlannedSite {
  const { takes } = update.options.select;
  const edits = former && update.content.edits()?.flatMap((edit) => editIn(takes, edit));
  const relate = relating(update, former, edits);
  let relations: Relations | undefined;
  async function* pages(): AsyncGenerator<Iterable<PagePlan>> {
    loadRenderer(update);
    const archive = openArchive(update.content.entries().filter(takes), edits);
    yield planLists(archive);
    const own = ownModels(archive);
    relations = await relate(archive);
    yield planArticles(withRelations(archive, relations), own);
  }
  return { pages: pages(), notes: () => (relations ? bytesOf(relations) : Buffer.of()) };
}

/** What is edited of the articles that the site has. */
function editIn(takes: Selection["takes"], { before, now }: Edit): Edit[] {
  const [had, has] = [before, now].map((entry) => (entry && takes(entry) ? entry : undefined));
  return had === undefined && has === undefined ? [] : [{ before: had, now: has }];
}

/** Articles whose relations are found sooner than a thread has started. */
const FEW = 2_000;

/** How relations are found: from those before, where edits only reworded articles; in a thread that starts at once, where there are many. */
function relating(
  { content, options }: Update,
  former: PlanFile | undefined,
  edits: readonly Edit[] | undefined,
): (archive: Archive) => Relations | Promise<Relations> {
  const count = config.related;
  if (former !== undefined && edits?.every(isRewording)) {
    const edited = edits.map(({ now }) => now);
    return (articles) => relationsAfter(relationsIn(former.notes()), { articles, edited, count });
  }
  if (content.files.size <= FEW) return (archive) => relationsOf(archive, count);
  const { words: select } = options.select;
  const found = relateBeside({ kind: "relate", entries: content.entriesJson, select });
  return () => found;
}

/** Has threads load the renderer while there is nothing else for them to do. */
function loadRenderer({ pool, renderer }: Update): void {
  for (const thread of pool.started()) {
    // What keeps it from being loaded is told when it is to render.
    thread.ask({ kind: "load", entry: renderer.entry }).catch(() => undefined);
  }
}
