import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { writeWhole } from "./output.ts";
import { CACHE } from "./places.ts";

/** What the last build of a folder wrote, and from what: the ground on which the next one leaves pages as they are. */
export interface Manifest {
  /** Digest of the renderer. */
  renderer: string;
  /** Page by page, by address. */
  pages: ReadonlyMap<string, PageRecord>;
  /** Files that pages link, by path. */
  assets: string[];
}

/** What is written down of a page, in one text (see `recordOf`): digests of its model, of the files that it reads, and of its bytes. */
export type PageRecord = string;

/** A manifest whose text follows from what it says, whoever built which page first. */
export function manifestOf(
  renderer: string,
  pages: Iterable<readonly [address: string, record: PageRecord]>,
  assets: readonly string[],
): Manifest {
  const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
  return { renderer, pages: new Map(sorted), assets: assets.toSorted() };
}

/** The manifest as a text, the same for the same manifest: a line of JSON, and for each page a line of its address and one of what is written down. */
export function manifestText({ renderer, pages, assets }: Manifest): string {
  return [JSON.stringify({ renderer, assets }), ...[...pages].flat()].join("\n");
}

export function manifestIn(text: string): Manifest {
  const [head = "", ...lines] = text.split("\n");
  const pages = new Map<string, PageRecord>();
  for (let at = 0; at < lines.length; at += 2) pages.set(lines[at] ?? "", lines[at + 1] ?? "");
  return { ...(JSON.parse(head) as Omit<Manifest, "pages">), pages };
}

/**
 * A file of the built site that names its manifest: whoever replaced the folder, or emptied it, took that away. The same pages give
 * the same name.
 */
export const SEAL = ".kb-build";

/** What a build finds in its folder. */
export interface Before {
  manifest: Manifest;
  /** Pages that a build that was cut short may have written or removed. */
  touched: ReadonlySet<string>;
  /** False where nothing is known of what lies in the folder. */
  isKnown: boolean;
}

export const NOTHING_KNOWN: Before = {
  manifest: { renderer: "", pages: new Map(), assets: [] },
  touched: new Set(),
  isKnown: false,
};

/** Where a build of a folder keeps what it knows of it. */
export class BuildState {
  readonly #out: string;
  readonly #file: string;
  readonly #journal: string;
  /** Where the site's plan is kept. */
  readonly planFile: string;

  constructor(out: string) {
    this.#out = out;
    const folder = join(CACHE, "sites");
    this.#file = join(folder, `${digestOf(out)}.manifest`);
    this.#journal = join(folder, `${digestOf(out)}.journal.json`);
    this.planFile = join(folder, `${digestOf(out)}.plan`);
  }

  async read(): Promise<Before> {
    if (!existsSync(this.#file)) return NOTHING_KNOWN;
    const bytes = await readFile(this.#file);
    const seal = await readFile(join(this.#out, SEAL), "utf8").catch(() => "");
    if (seal !== sealOf(bytes)) return NOTHING_KNOWN;
    const manifest = manifestIn(bytes.toString());
    return { manifest, touched: new Set(await this.#touched()), isKnown: true };
  }

  async #touched(): Promise<string[]> {
    if (!existsSync(this.#journal)) return [];
    return JSON.parse(await readFile(this.#journal, "utf8")) as string[];
  }

  /** Says which pages are about to be written or removed. Adds to what a build before that was cut short had said. */
  begin(addresses: Iterable<string>, { touched, isKnown }: Before): void {
    if (isKnown)
      writeWhole(this.#journal, JSON.stringify([...new Set([...touched, ...addresses])]));
    else writeWhole(join(this.#out, SEAL), "building\n");
  }

  /** Says that the folder is as the manifest says. */
  async finish(manifest: Manifest): Promise<void> {
    const bytes = Buffer.from(manifestText(manifest));
    writeWhole(this.#file, bytes);
    writeWhole(join(this.#out, SEAL), sealOf(bytes));
    await rm(this.#journal, { force: true });
  }
}

function sealOf(manifest: Uint8Array): string {
  return `${digestOf(manifest)}\n`;
}
