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

/** A page of the site with its model's parts as JSON. */
export interface Planned {
  address: string;
  parts: readonly (readonly [name: string, json: string])[];
  /** Of all parts. */
  digest: string;
}

export function digestPlan(plan: Iterable<PagePlan>): Planned[] {
  return Array.from(plan, ({ address, model }) => {
    const parts = Object.entries(model).map(([name, value]) => [name, textOf(value)] as const);
    return { address, parts, digest: digestOf(parts.join("\n")) };
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

/** What is written down of a page that was built: digests of its bytes, of its model, and of the model's parts. */
export function recordOf({ parts, digest }: Planned, bytes: string): PageRecord {
  return [bytes, digest, ...parts.map(([, text]) => digestOf(text).slice(0, PART))];
}

/** Characters of a part's digest: 60 bits. */
const PART = 10;

/** Why pages are built that showed the same before, and why those that were not there are. */
const CODE = "the site's code or settings";
const NEW = "new";

function reasons({ parts, digest }: Planned, record: PageRecord | undefined): string[] {
  if (record === undefined) return [NEW];
  if (record[1] === digest) return [];
  const changed = parts.filter(([, text], at) => digestOf(text).slice(0, PART) !== record[at + 2]);
  return changed.length > 0 ? changed.map(([name]) => name) : [CODE];
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
