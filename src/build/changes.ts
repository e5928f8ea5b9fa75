import { digestOf } from "./digest.ts";
import type { Extent } from "./file-parts.ts";
import { readModel } from "./kept-plan.ts";
import type { Before, PageRecord } from "./manifest.ts";

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

/** Compares what the pages are to show with what the pages that are there were made of. */
export function changesOf(
  { pages, models }: { pages: readonly Planned[]; models: number },
  renderer: string,
  before: Before,
): Changes {
  const { manifest, touched } = before;
  const build = pages.flatMap((page): Change[] => {
    const record = touched.has(page.address) ? undefined : manifest.pages.get(page.address);
    const why = renderer === manifest.renderer ? reasons(page, models, record) : [CODE];
    return why.length === 0
      ? []
      : [{ ...page, known: record === undefined ? "" : bytesOf(record), why }];
  });
  const unwanted = new Set([...manifest.pages.keys(), ...touched]);
  for (const { address } of pages) unwanted.delete(address);
  return { build, remove: [...unwanted] };
}

/** What is written down of a page that was built. */
export function recordOf(page: Planned, [bytes = "", ...parts]: readonly string[]): PageRecord {
  return [statusOf(page), bytes, ...parts].join(BETWEEN);
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

function reasons(page: Planned, models: number, record: PageRecord | undefined): string[] {
  if (record === undefined) return [NEW];
  if (record.startsWith(statusOf(page) + BETWEEN)) return [];
  const [digest, files, , ...former] = record.split(BETWEEN);
  const article = files === page.files ? [] : [ARTICLE];
  if (digest === page.digest) return article;
  const parts = partsOf(readModel(models, page.model));
  const changed = parts.filter((part) => !former.includes(part));
  const gone = former.filter((part) => !parts.includes(part));
  const names = [...changed, ...gone].map((part) => part.slice(0, part.indexOf(" ")));
  return [...new Set([...article, ...names])];
}

/** The parts of a page's model, each as its name and a digest of 60 bits; the emptiest as they are. */
export function partsOf(model: object): string[] {
  return Object.entries(model).map(([name, value]: [string, unknown]) => {
    const json = JSON.stringify(value);
    return `${name} ${EMPTY.has(json) ? json : digestOf(json).slice(0, 10)}`;
  });
}

const EMPTY = new Set(["[]", "{}", "true", "false"]);
