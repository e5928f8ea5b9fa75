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

/** A page of the site with its model as JSON. */
export interface Planned {
  address: string;
  model: string;
  /** Of the model. */
  digest: string;
}

export function digestPlan(plan: Iterable<PagePlan>): Planned[] {
  return Array.from(plan, ({ address, model }) => {
    const json = JSON.stringify(model);
    return { address, model: json, digest: digestOf(json) };
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
    return [{ address: page.address, model: page.model, known: record?.[0] ?? "", why }];
  });
  const wanted = new Set(plan.map(({ address }) => address));
  const there = new Set([...Object.keys(manifest.pages), ...touched]);
  return { build, remove: [...there].filter((address) => !wanted.has(address)) };
}

/** What is written down of a page that was built: digests of its bytes, of its model, and of the model's parts. */
export function recordOf(page: Planned, bytes: string): PageRecord {
  return [bytes, page.digest, ...partsOf(page)];
}

/** Why pages are built that showed the same before, and why those that were not there are. */
const CODE = "the site's code or settings";
const NEW = "new";

function reasons(page: Planned, record: PageRecord | undefined): string[] {
  if (record === undefined) return [NEW];
  if (record[1] === page.digest) return [];
  const [, , ...former] = record;
  const parts = partsOf(page);
  const changed = parts.filter((part) => !former.includes(part));
  const gone = former.filter((part) => !parts.includes(part));
  return [...new Set([...changed, ...gone].map((part) => part.slice(0, part.indexOf(" "))))];
}

/** The parts of a page's model, each as its name and a digest of 60 bits. */
function partsOf({ model }: Planned): string[] {
  const parts = Object.entries(JSON.parse(model) as Record<string, unknown>);
  return parts.map(([name, value]) => `${name} ${digestOf(JSON.stringify(value)).slice(0, 10)}`);
}
