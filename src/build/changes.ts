import type { Extent } from "./file-parts.ts";
import type { Before, Manifest, PageRecord } from "./manifest.ts";
import { readModel, type PlanFile } from "./plan-file.ts";
import type { PlanPages } from "./plan-pages.ts";
import { keyIn, restIn, type Row } from "./rows.ts";

/** A page of the site as it is to be. */
export interface Planned {
  address: string;
  /** Of its model. */
  digest: string;
  /** Where the model lies in the plan's file. */
  model: Extent;
  /** Of the files that the page reads; empty where it reads none. */
  files: string;
}

/** A page that has to be built, and why. */
export interface Change extends Planned {
  /** Digest of the bytes that lie at the address; empty where that is not known. */
  known: string;
  why: readonly string[];
}

/** What a build has to do to a folder. */
export interface Changes {
  build: Change[];
  /** Pages that are there and no longer wanted. */
  remove: string[];
}

/** Pages of a plan, and the plan that the pages that are there follow from. */
interface Plans {
  pages: readonly Planned[];
  /** The file of the pages' models, open. */
  models: number;
  /** Absent where it is the same plan. */
  former?: PlanFile | undefined;
}

/** What it takes to say which parts of a model changed. */
interface Models {
  now: number;
  before?: { file: number; find: ReturnType<PlanPages["finder"]> } | undefined;
}

/** Compares what pages are to show with what the pages that are there were made of. */
export function changedIn(
  { pages, models: now, former }: Plans,
  renderer: string,
  { manifest, touched }: Before,
): Change[] {
  const models = { now, before: former && { file: former.file, find: former.pages.finder() } };
  const find = recordFinder(manifest, pages.length);
  return pages.flatMap((page): Change[] => {
    const record = touched.has(page.address) ? undefined : find(page.address);
    const why = renderer === manifest.renderer ? reasons(page, models, record) : [CODE];
    return why.length === 0
      ? []
      : [{ ...page, known: record === undefined ? "" : bytesOf(record), why }];
  });
}

/** The addresses at which there may be pages that the site does not have. */
export function unwantedIn({ manifest, touched }: Before, pages: readonly Planned[]): string[] {
  const unwanted = new Set([...Array.from(manifest.pages, keyIn), ...touched]);
  for (const { address } of pages) unwanted.delete(address);
  return [...unwanted];
}

/** As many pages are found one by one sooner than all are made ready to be found. */
const FEW = 1_000;

/** Finds what is written down of pages; `count`: how many will be asked for. */
function recordFinder({ pages }: Manifest, count: number): (address: string) => string | undefined {
  const recordIn = (row: Row | undefined) => row && restIn(row);
  if (count <= FEW) return (address) => recordIn(pages.get(address));
  const rows = new Map(Array.from(pages, (row) => [keyIn(row), row]));
  return (address) => recordIn(rows.get(address));
}

/** What is written down of a page that was built. */
export function recordOf(page: Planned, bytes: string): PageRecord {
  return statusOf(page) + BETWEEN + bytes;
}

/** Digest of the bytes of a page that was built. */
export function bytesOf(record: PageRecord): string {
  return record.split(BETWEEN)[2] ?? "";
}

/** The record's fields have none in them. */
const BETWEEN = "|";

/** What a page's bytes follow from; a record begins with it. */
function statusOf({ digest, files }: Planned): string {
  return digest + BETWEEN + files;
}

/** Why pages are built that showed the same before, and why those that were not there are. */
const CODE = "the site's code or settings";
const NEW = "new";
/** The reason that is no part of the model: a file that the page reads. */
const ARTICLE = "article";
/** The reason where the model from before is not known any more. */
const SHOWN = "what it shows";

function reasons(page: Planned, models: Models, record: PageRecord | undefined): string[] {
  if (record === undefined) return [NEW];
  if (record.startsWith(statusOf(page) + BETWEEN)) return [];
  const [digest = "", files] = record.split(BETWEEN);
  const article = files === page.files ? [] : [ARTICLE];
  return digest === page.digest ? article : [...article, ...changedParts(page, digest, models)];
}

/** Names of the parts of a page's model that are not as in the model of a digest. */
function changedParts(
  { address, model }: Planned,
  digest: string,
  { now: file, before }: Models,
): string[] {
  const page = before?.find(address);
  if (before === undefined || page?.digest !== digest) return [SHOWN];
  const now = jsonOfParts(readModel(file, model));
  const was = jsonOfParts(readModel(before.file, page.model));
  const names = new Set([...now.keys(), ...was.keys()]);
  return [...names].filter((name) => now.get(name) !== was.get(name));
}

function jsonOfParts(model: object): Map<string, string> {
  const parts = Object.entries(model) as [string, unknown][];
  return new Map(parts.map(([name, value]) => [name, JSON.stringify(value)]));
}
