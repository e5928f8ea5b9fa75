import { copyFileSync, mkdirSync, openSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { PagePlan } from "../site/page.ts";
import { digestOf } from "./digest.ts";
import { textAt } from "./file-parts.ts";
import { planEnd, type PlanFile } from "./plan-file.ts";
import { PlanPages, type PlannedPage } from "./plan-pages.ts";
import { TextWriter } from "./texts.ts";

/** What a plan follows from. */
export interface PlanSource {
  /** Changes when the plan may; made by `digestOf`. */
  digest: string;
  /** The digest that the plan before has to have for pages to stay as in there: see `PagePlan`. */
  since: string;
  /** Plans the site. `former`: the plan before, where it is the one of `since`. */
  plan: (former: PlanFile | undefined) => PlannedSite;
}

/** A site, planned part by part. */
export interface PlannedSite {
  pages: AsyncIterable<Iterable<PagePlan>> | Iterable<Iterable<PagePlan>>;
  /** Whether the site has the pages of the former plan, and those that are not planned again are as in there. */
  keepsOthers?: boolean;
  /** What the next plan may need of this one beside its pages; asked for after these. */
  notes: () => readonly Uint8Array[];
}

/** A plan in a file of its own. */
export interface WrittenPlan {
  pages: PlanPages;
  /** The addresses of those that were planned, where the others are as in the former plan. */
  changed?: readonly string[];
  /** Open. */
  file: number;
}

/** Plans a site. */
export async function writePlan(
  path: string,
  { digest, since, plan }: PlanSource,
  former: PlanFile | undefined,
): Promise<WrittenPlan> {
  const base = former?.digest === since && isDense(former) ? former : undefined;
  // First of all, for another thread may begin then.
  const planned = plan(base);
  mkdirSync(dirname(path), { recursive: true });
  const models = new Models(path, base);
  const pages: PlannedPage[] = [];
  for await (const part of planned.pages) {
    for (const page of part) pages.push(models.add(page));
  }
  models.flush();
  const keeps = planned.keepsOthers === true ? base : undefined;
  const all = keeps?.pages.with(pages) ?? PlanPages.of(pages);
  const used = keeps ? keeps.used + models.grown : bytesOf(pages);
  const end = planEnd(all, { notes: planned.notes(), used, digest });
  for (const part of end) writeFileSync(models.file, part);
  const changed = keeps && pages.map(({ address }) => address);
  return { pages: all, ...(changed && { changed }), file: models.file };
}

function bytesOf(pages: readonly PlannedPage[]): number {
  return pages.reduce((sum, { model }) => sum + model[1], 0);
}

/** Whether most of what is in a plan's file is of its pages. */
function isDense({ used, size }: PlanFile): boolean {
  return used >= size / 2;
}

/**
 * Writes models while pages are planned: all of them together would take more memory than anything else of a build. Those that the plan before
 * has, too, are taken over with its file.
 */
class Models {
  readonly file: number;
  readonly #find: (address: string) => PlannedPage | undefined;
  readonly #writer: TextWriter;
  /** By how many bytes the models of the pages that were added are longer than they were in the plan before. */
  grown = 0;

  constructor(path: string, former: PlanFile | undefined) {
    this.#find = former?.pages.finder() ?? (() => undefined);
    if (former !== undefined) {
      copyFileSync(former.path, path);
      truncateSync(path, former.size);
    }
    this.file = openSync(path, "a+");
    this.#writer = new TextWriter(this.file, former?.size);
  }

  add(page: PagePlan): PlannedPage {
    const { address, head, reads = [] } = page;
    const before = this.#find(address);
    if (before !== undefined && head !== undefined && this.#beginsWith(before, head)) return before;
    const json = JSON.stringify(page.model);
    const digest = digestOf(json);
    const model = before?.digest === digest ? before.model : this.#writer.add(json);
    this.grown += model[1] - (before?.model[1] ?? 0);
    return { address, digest, model, reads };
  }

  /** To be called after the last one. */
  flush(): void {
    this.#writer.flush();
  }

  #beginsWith({ model: [at, length] }: PlannedPage, head: object): boolean {
    // Other parts follow: without the comma, a number could be the beginning of another one.
    const json = `${JSON.stringify(head).slice(0, -1)},`;
    const bytes = Buffer.from(json);
    return bytes.length < length && textAt(this.file, [at, bytes.length]) === json;
  }
}
