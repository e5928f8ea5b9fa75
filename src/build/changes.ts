import type { PagePlan } from "../site/page.ts";
import { digestOf } from "./digest.ts";
import type { Before, PageRecord } from "./manifest.ts";

/** A page that has to be built, and why. */
export interface Change {
  address: string;
  /** The page's model as JSON. */
  model: string;
  /** Digest of the bytes that lie at the address; empty where that is not known. */
  known: string;
  why: readonly string[];
}

/** A page of the site with its model's parts as JSON, and their digests. */
export interface Planned {
  address: string;
  parts: readonly (readonly [name: string, json: string])[];
  digests: readonly string[];
}

export function digestParts(plan: Iterable<PagePlan>): Planned[] {
  return Array.from(plan, ({ address, model }) => {
    const parts = Object.entries(model).map(([name, value]) => [name, textOf(value)] as const);
    return { address, parts, digests: parts.map(([, text]) => digestOf(text).slice(0, PART)) };
  });
}

/** What a build has to do to a folder. */
export interface Changes {
  build: Change[];
  /** Pages that are there and no longer wanted. */
  remove: string[];
}

/** Compares what the pages are to show with what the pages that are there were made of. */
export function changesOf(plan: readonly Planned[], renderer: string, before: Before): Changes {
  const { manifest, touched } = before;
  const build = plan.flatMap((page): Change[] => {
    const record = touched.has(page.address) ? undefined : manifest.pages[page.address];
    const why = renderer === manifest.renderer ? reasons(page, record) : [CODE];
    if (why.length === 0) return [];
    return [{ address: page.address, model: jsonOf(page.parts), known: record?.[0] ?? "", why }];
  });
  const wanted = new Set(plan.map(({ address }) => address));
  const there = new Set([...Object.keys(manifest.pages), ...touched]);
  return { build, remove: [...there].filter((address) => !wanted.has(address)) };
}

/** Characters of a part's digest: 60 bits. */
const PART = 10;

/** Why pages are built that showed the same before, and why those that were not there are. */
const CODE = "the site's code or settings";
const NEW = "new";

function reasons({ parts, digests }: Planned, record: PageRecord | undefined): string[] {
  if (record === undefined) return [NEW];
  const names = parts.map(([name]) => name);
  return names.filter((_, index) => digests[index] !== record[index + 1]);
}

function textOf(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}

function jsonOf(texts: readonly (readonly [name: string, text: string])[]): string {
  const members = texts
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return `{${members.join(",")}}`;
}
