import { deserialize, serialize } from "node:v8";
import { config } from "../config.ts";
import { openArchive, withRelations, type Archive, type KnownBefore } from "../site/archive.ts";
import { editsOf, type Edit } from "../site/edits.ts";
import { keptAfter, keptOf, type Kept } from "../site/kept.ts";
import { relationsAfter, relationsOf, type Relations } from "../site/links/relations.ts";
import { ownModels } from "../site/models/article.ts";
import type { PagePlan } from "../site/page.ts";
import { planArticles, planLists } from "../site/plan.ts";
import type { Update } from "./build.ts";
import type { PlanFile } from "./plan-file.ts";
import { relateBeside } from "./relate.ts";
import type { Selection } from "./select.ts";
import type { PlannedSite } from "./write-plan.ts";

/** Plans all pages of the site. Notes for the next plan what is kept of the archive. `former`: the plan of what was known before. */
export function planParts(update: Update, former: PlanFile | undefined): PlannedSite {
  const { takes } = update.options.select;
  const before = former === undefined ? {} : knownBefore(update, former);
  const relate = relating(update, before);
  let notes = (): Uint8Array => new Uint8Array();
  async function* pages(): AsyncGenerator<Iterable<PagePlan>> {
    loadRenderer(update);
    const archive = openArchive(update.content.entries().filter(takes), before);
    yield planLists(archive);
    const own = ownModels(archive);
    const relations = await relate(archive);
    const { kept } = before;
    notes = () => serialize(kept ? keptAfter(kept, relations) : keptOf(archive, relations));
    yield planArticles(withRelations(archive, relations), own);
  }
  return { pages: pages(), notes: () => notes() };
}

function knownBefore({ content, options }: Update, former: PlanFile): KnownBefore {
  const all = content.edits()?.flatMap((edit) => editIn(options.select.takes, edit));
  const edits = all && editsOf(all);
  return { edits, kept: edits?.rewordings && (deserialize(former.notes()) as Kept) };
}

/** What is edited of the articles that the site has. */
function editIn(takes: Selection["takes"], { before, now }: Edit): Edit[] {
  const [had, has] = [before, now].map((entry) => (entry && takes(entry) ? entry : undefined));
  return had === undefined && has === undefined ? [] : [{ before: had, now: has }];
}

/** Articles whose relations are found sooner than a thread has started. */
const FEW = 2_000;

/** How relations are found: from those before, where edits only reworded a few articles; in a thread that starts at once, where there are many. */
function relating(
  { content, options }: Update,
  { edits, kept }: KnownBefore,
): (archive: Archive) => Relations | Promise<Relations> {
  const count = config.related;
  const edited = edits?.rewordings?.map(({ now }) => now);
  if (kept !== undefined && edited !== undefined && edited.length <= FEW)
    return (articles) => relationsAfter(kept.relations, { articles, edited, count });
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
