import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { PagePlan } from "../site/page.ts";
import { digestOf } from "./digest.ts";
import { ifThere, LENGTH, lengthOf, textAt, type Extent } from "./file-parts.ts";
import { OWN } from "./output.ts";

/** A page of the site. */
export interface PlannedPage {
  address: string;
  /** Of the page's model. */
  digest: string;
  /** Where the model lies in the plan's file. */
  model: Extent;
  /** See `PagePlan`. */
  reads: readonly string[];
}

/** All pages of a site. Their models lie in a file, as JSON one after another, and after them the rest. */
export interface SitePlan {
  pages: readonly PlannedPage[];
  /** The file, open, for all threads of the build to read; who opened the plan closes it. */
  file: number;
}

/** What a plan follows from. */
export interface PlanSource {
  /** Changes when the plan may; as long for one plan as for another. */
  digest: string;
  /** Plans the site anew. */
  plan: () => Iterable<PagePlan>;
}

/**
 * The plan of a site: the one that was kept, where it follows from the same. An edit of an article's text, which nothing shows but its own
 * page, leaves it as it is.
 */
export function openPlan(path: string, { digest, plan }: PlanSource): SitePlan {
  return keptPlan(path, digest) ?? newPlan(path, digest, plan());
}

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}

/** The file ends with the pages as JSON, the length of that, and the digest. */
function keptPlan(path: string, digest: string): SitePlan | undefined {
  const file = ifThere(() => openSync(path, "r"));
  if (file === undefined) return undefined;
  const end = fstatSync(file).size - digest.length;
  if (textAt(file, [end, digest.length]) !== digest) {
    closeSync(file);
    return undefined;
  }
  const length = Number(textAt(file, [end - LENGTH, LENGTH]));
  const pages = JSON.parse(textAt(file, [end - LENGTH - length, length])) as PlannedPage[];
  return { pages, file };
}

/** Writes models while pages are planned: all of them together would take more memory than anything else of a build. */
function newPlan(path: string, digest: string, plan: Iterable<PagePlan>): SitePlan {
  const unfinished = `${path}.${OWN}.new`;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(unfinished, "w+");
  const pages: PlannedPage[] = [];
  let at = 0;
  let waiting: Buffer[] = [];
  for (const { address, model, reads = [] } of plan) {
    const json = Buffer.from(JSON.stringify(model));
    pages.push({ address, digest: digestOf(json), model: [at, json.length], reads });
    at += json.length;
    waiting.push(json);
    if (waiting.length >= TOGETHER) {
      writeFileSync(file, Buffer.concat(waiting));
      waiting = [];
    }
  }
  const rest = Buffer.from(JSON.stringify(pages));
  writeFileSync(file, Buffer.concat([...waiting, rest]));
  writeFileSync(file, lengthOf(rest) + digest);
  renameSync(unfinished, path);
  return { pages, file };
}

/** Models that are written at once. */
const TOGETHER = 256;
