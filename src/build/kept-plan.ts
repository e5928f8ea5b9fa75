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
import { isUnfinished, unfinished } from "./output.ts";

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

/** All pages of a site. Their models lie in a file, as JSON one after another, and after them the rest of each. */
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
  /** Plans the site anew, part by part. */
  plan: () => AsyncIterable<Iterable<PagePlan>>;
}

/**
 * The plan of a site: the one that was kept, where it follows from the same. An edit of an article's text, which nothing shows but its own
 * page, leaves it as it is. A new one is kept once `keepPlan` says so.
 */
export async function openPlan(path: string, { digest, plan }: PlanSource): Promise<SitePlan> {
  dropPlans(path);
  const former = ifThere(() => new FormerPlan(openSync(path, "r")));
  if (former?.digest === digest) return { pages: former.pages(), file: former.file };
  const made = await newPlan(unfinished(path), digest, plan());
  return { ...made, ...(former && { former }) };
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

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}

/** A plan that was kept. Its file ends with a line for each page, the length of these, and the digest. */
export class FormerPlan {
  readonly file: number;
  readonly digest: string;
  readonly #end: number;
  #byAddress: ReadonlyMap<string, string> | undefined;

  constructor(file: number) {
    this.file = file;
    this.#end = fstatSync(file).size - DIGEST_LENGTH;
    this.digest = textAt(file, [this.#end, DIGEST_LENGTH]);
  }

  pages(): PlannedPage[] {
    return this.#lines().map(pageIn);
  }

  #lines(): string[] {
    const length = Number(textAt(this.file, [this.#end - LENGTH, LENGTH]));
    const text = textAt(this.file, [this.#end - LENGTH - length, length]);
    return text === "" ? [] : text.split("\n");
  }

  /** The model of a page; undefined where the plan has none of that digest. */
  modelOf(address: string, digest: string): object | undefined {
    this.#byAddress ??= new Map(this.#lines().map((line) => [addressIn(line), line]));
    const line = this.#byAddress.get(address);
    const page = line === undefined ? undefined : pageIn(line);
    return page?.digest === digest ? readModel(this.file, page.model) : undefined;
  }

  close(): void {
    closeSync(this.file);
  }
}

/** There is no blank in an address or an id. */
function lineOf({ address, digest, model, reads }: PlannedPage): string {
  return [address, digest, ...model, ...reads].join(" ");
}

function pageIn(line: string): PlannedPage {
  const [address = "", digest = "", at, length, ...reads] = line.split(" ");
  return { address, digest, model: [Number(at), Number(length)], reads };
}

function addressIn(line: string): string {
  return line.slice(0, line.indexOf(" "));
}

async function newPlan(
  path: string,
  digest: string,
  parts: AsyncIterable<Iterable<PagePlan>>,
): Promise<SitePlan> {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w+");
  const models = new Models(file);
  const pages: PlannedPage[] = [];
  for await (const part of parts) {
    for (const { address, model, reads = [] } of part) {
      pages.push({ address, ...models.add(model), reads });
    }
  }
  models.write();
  const rest = Buffer.from(pages.map(lineOf).join("\n"));
  writeFileSync(file, rest);
  writeFileSync(file, lengthOf(rest) + digest);
  return { pages, file };
}

/** Writes models while pages are planned: all of them together would take more memory than anything else of a build. */
class Models {
  readonly #file: number;
  #waiting: Buffer[] = [];
  #end = 0;

  constructor(file: number) {
    this.#file = file;
  }

  add(model: object): Pick<PlannedPage, "digest" | "model"> {
    const json = Buffer.from(JSON.stringify(model));
    const at = this.#end;
    this.#end += json.length;
    if (this.#waiting.push(json) >= TOGETHER) this.write();
    return { digest: digestOf(json), model: [at, json.length] };
  }

  write(): void {
    writeFileSync(this.#file, Buffer.concat(this.#waiting));
    this.#waiting = [];
  }
}

/** Models that are written at once. */
const TOGETHER = 256;
