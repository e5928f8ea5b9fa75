import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { compareTexts } from "../article/id.ts";
import { digestOf, digestOfParts } from "./digest.ts";
import { writeWhole } from "./output.ts";
import { CACHE } from "./places.ts";
import { endOfRow, type Row } from "./rows.ts";
import { SortedRows } from "./sorted-rows.ts";

/** What the last build of a folder wrote, and from what: the ground on which the next one leaves pages as they are. */
export interface Manifest {
  /** Digest of the renderer. */
  renderer: string;
  /** Rows of what is written down of each page, by address. */
  pages: SortedRows;
  /** Files that pages link, by path. */
  assets: string[];
}

/** What is written down of a page, in one text (see `recordOf`): digests of its model, of the files that it reads, and of its bytes. */
export type PageRecord = string;

export function pageRow(address: string, record: PageRecord): Row {
  return `${address},${record}`;
}

export const NO_PAGES = new SortedRows(compareTexts);

/** The bytes of a manifest, the same for the same one, whoever built which page first: a line of JSON, and the rows of the pages. */
export function manifestParts({ renderer, pages, assets }: Manifest): Uint8Array[] {
  const head = JSON.stringify({ renderer, assets: assets.toSorted() });
  return [Buffer.from(head), ...pages.parts()];
}

export function manifestIn(bytes: Buffer): Manifest {
  const end = endOfRow(bytes, 0);
  const head = JSON.parse(bytes.toString("utf8", 0, end)) as Omit<Manifest, "pages">;
  return { ...head, pages: new SortedRows(compareTexts, bytes.subarray(end)) };
}

/**
 * A file of the built site that names its manifest: whoever replaced the folder, or emptied it, took that away. The same pages give
 * the same name.
 */
export const SEAL = ".kb-build";

/** What the pages of a folder were compared with last, and are as it says: what has not changed since need not be compared again. */
export interface Ground {
  /** See `Content.state`. */
  content: string;
  /** Digest of the site's plan. */
  plan: string;
}

/** What a build finds in its folder. */
export interface Before {
  manifest: Manifest;
  /** Absent where that is not known. */
  ground?: Ground;
  /** Pages that a build that was cut short may have written or removed. */
  touched: ReadonlySet<string>;
  /** False where nothing is known of what lies in the folder. */
  isKnown: boolean;
}

export const NOTHING_KNOWN: Before = {
  manifest: { renderer: "", pages: NO_PAGES, assets: [] },
  touched: new Set(),
  isKnown: false,
};

/** Where a build of a folder keeps what it knows of it. */
export class BuildState {
  readonly #out: string;
  readonly #file: string;
  readonly #journal: string;
  readonly #ground: string;
  /** The seal of the folder, once it is known. */
  #seal = "";
  /** Where the site's plan is kept. */
  readonly planFile: string;

  constructor(out: string) {
    this.#out = out;
    const folder = join(CACHE, "sites");
    this.#file = join(folder, `${digestOf(out)}.pages`);
    this.#journal = join(folder, `${digestOf(out)}.journal.json`);
    this.#ground = join(folder, `${digestOf(out)}.ground.json`);
    this.planFile = join(folder, `${digestOf(out)}.plan`);
  }

  async read(): Promise<Before> {
    if (!existsSync(this.#file)) return NOTHING_KNOWN;
    const bytes = await readFile(this.#file);
    const seal = await readFile(join(this.#out, SEAL), "utf8").catch(() => "");
    if (seal !== sealOf([bytes])) return NOTHING_KNOWN;
    this.#seal = seal;
    const manifest = manifestIn(bytes);
    const ground = await this.#groundOf(seal);
    const touched = new Set(await this.#touched());
    return { manifest, ...(ground && { ground }), touched, isKnown: true };
  }

  async #touched(): Promise<string[]> {
    if (!existsSync(this.#journal)) return [];
    return JSON.parse(await readFile(this.#journal, "utf8")) as string[];
  }

  async #groundOf(folder: string): Promise<Ground | undefined> {
    if (!existsSync(this.#ground)) return undefined;
    const { seal, ...ground } = JSON.parse(await readFile(this.#ground, "utf8")) as KeptGround;
    return seal === folder ? ground : undefined;
  }

  /** Says which pages are about to be written or removed. Adds to what a build before that was cut short had said. */
  begin(addresses: Iterable<string>, { touched, isKnown }: Before): void {
    if (isKnown)
      writeWhole(this.#journal, JSON.stringify([...new Set([...touched, ...addresses])]));
    else writeWhole(join(this.#out, SEAL), "building\n");
  }

  /** Says that the folder is as the manifest says. */
  async finish(manifest: Manifest): Promise<void> {
    const parts = manifestParts(manifest);
    writeWhole(this.#file, parts);
    this.#seal = sealOf(parts);
    writeWhole(join(this.#out, SEAL), this.#seal);
    await rm(this.#journal, { force: true });
  }

  /** Says what the pages of the folder, as it is now, were compared with. */
  settle(ground: Ground): void {
    const kept: KeptGround = { seal: this.#seal, ...ground };
    writeWhole(this.#ground, JSON.stringify(kept));
  }
}

/** With the seal of the folder that it is said of. */
type KeptGround = Ground & { seal: string };

function sealOf(manifest: readonly Uint8Array[]): string {
  return `${digestOfParts(manifest)}\n`;
}
