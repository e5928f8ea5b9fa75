import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PagePlan } from "../site/page.ts";
import { DIGEST_LENGTH, digestOf } from "./digest.ts";
import { ifThere, LENGTH, lengthOf, textAt, type Extent } from "./file-parts.ts";
import { isUnfinished, OWN } from "./output.ts";

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
  /** The plan that was kept, where this one follows from something else. Who opened the plan closes it. */
  former?: FormerPlan;
}

/** What a plan follows from. */
export interface PlanSource {
  /** Changes when the plan may; made by `digestOf`. */
  digest: string;
  /** Plans the site anew. */
  plan: () => Iterable<PagePlan>;
}

/**
 * The plan of a site: the one that was kept, where it follows from the same. An edit of an article's text, which nothing shows but its own
 * page, leaves it as it is. A new one is kept once `keepPlan` says so.
 */
export function openPlan(path: string, { digest, plan }: PlanSource): SitePlan {
  dropPlans(path);
  const former = ifThere(() => new FormerPlan(openSync(path, "r")));
  if (former?.digest === digest) return { pages: former.pages(), file: former.file };
  return { ...newPlan(unfinished(path), digest, plan()), ...(former && { former }) };
}

/** Keeps the plan that was opened last, for the pages are as it says. */
export function keepPlan(path: string): void {
  const made = unfinished(path);
  if (existsSync(made)) renameSync(made, path);
}

export function forgetPlan(path: string): void {
  rmSync(path, { force: true });
}

/** Takes away new plans that were not kept, also those of builds that were cut short. Who has one open can read on. */
export function dropPlans(path: string): void {
  const folder = dirname(path);
  const names = ifThere(() => readdirSync(folder)) ?? [];
  const dropped = names.filter((name) => name.startsWith(basename(path)) && isUnfinished(name));
  for (const name of dropped) rmSync(join(folder, name), { force: true });
}

function unfinished(path: string): string {
  return `${path}.${OWN}.new`;
}

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}

/** A plan that was kept. Its file ends with the pages as JSON, the length of that, and the digest. */
export class FormerPlan {
  readonly file: number;
  readonly digest: string;
  readonly #end: number;
  #byAddress: ReadonlyMap<string, PlannedPage> | undefined;

  constructor(file: number) {
    this.file = file;
    this.#end = fstatSync(file).size - DIGEST_LENGTH;
    this.digest = textAt(file, [this.#end, DIGEST_LENGTH]);
  }

  pages(): PlannedPage[] {
    const length = Number(textAt(this.file, [this.#end - LENGTH, LENGTH]));
    return JSON.parse(textAt(this.file, [this.#end - LENGTH - length, length])) as PlannedPage[];
  }

  /** The model of a page; undefined where the plan has none of that digest. */
  modelOf(address: string, digest: string): object | undefined {
    this.#byAddress ??= new Map(this.pages().map((page) => [page.address, page]));
    const page = this.#byAddress.get(address);
    return page?.digest === digest ? readModel(this.file, page.model) : undefined;
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Writes models while pages are planned: all of them together would take more memory than anything else of a build. */
function newPlan(path: string, digest: string, plan: Iterable<PagePlan>): SitePlan {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w+");
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
  return { pages, file };
}

/** Models that are written at once. */
const TOGETHER = 256;
