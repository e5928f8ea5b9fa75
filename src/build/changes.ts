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

/** What a build has to do to a folder. */
export interface Changes {
  /** Digests of all pages' parts, in the order of the plan. */
  parts: Map<string, readonly string[]>;
  build: Change[];
  /** Pages that are there and no longer wanted. */
  remove: string[];
}

/** Compares what the pages are to show with what the pages that are there were made of. */
export function changesOf(plan: Iterable<PagePlan>, renderer: string, before: Before): Changes {
  const { manifest, touched } = before;
  const parts = new Map<string, readonly string[]>();
  const build: Change[] = [];
  for (const { address, model } of plan) {
    const texts = Object.entries(model).map(([name, value]) => [name, textOf(value)] as const);
    const digests = texts.map(([, text]) => digestOf(text).slice(0, PART));
    parts.set(address, digests);
    const names = texts.map(([name]) => name);
    const record = touched.has(address) ? undefined : manifest.pages[address];
    const why = renderer === manifest.renderer ? reasons(names, digests, record) : [CODE];
    if (why.length === 0) continue;
    build.push({ address, model: jsonOf(texts), known: record?.[0] ?? "", why });
  }
  const there = new Set([...Object.keys(manifest.pages), ...touched]);
  return { parts, build, remove: [...there].filter((address) => !parts.has(address)) };
}

/** Characters of a part's digest: 60 bits. */
const PART = 10;

/** Why pages are built that showed the same before, and why those that were not there are. */
const CODE = "the site's code or settings";
const NEW = "new";

function reasons(
  names: readonly string[],
  digests: readonly string[],
  record: PageRecord | undefined,
): string[] {
  if (record === undefined) return [NEW];
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
