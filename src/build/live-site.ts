import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Finding } from "../article/finding.ts";
import { articleAt } from "../article/id.ts";
import { openArchive, withEdited, type Archive } from "../site/archive.ts";
import type { ArticleFiles } from "../site/files.ts";
import type { PagePlan } from "../site/page.ts";
import { pageAt } from "../site/plan.ts";
import { readAround } from "./around.ts";
import { openContent } from "./content.ts";
import { entryJson, readEntry } from "./entry-json.ts";
import { FolderFiles } from "./folder-files.ts";
import { areMoreThan, findFolder, type ContentPlaces } from "./folders.ts";
import { openPool } from "./pool.ts";
import { scanFolder } from "./scan.ts";

/** Milliseconds between two looks at the articles that were shown. */
const PAUSE = 200;

/** Milliseconds that an article's page waits until all articles are read, so that it can say what leads to others. */
const PATIENCE = 300;

/** Articles that are looked at before the server is asked for a page; to look at more would keep it from starting. */
const FEW = 2_000;

const LOST = "404.html";

/** Who is told what happens to the articles. */
export interface LiveListener {
  /** What is wrong with them. */
  tell(findings: readonly Finding[]): void;
  /** How many are about to be read; what it gives is told of each few that were. */
  reading?(articles: number): (more: number) => void;
}

/** What tests set otherwise. */
interface Limits {
  patience: number;
  few: number;
}

/**
 * The site as it is while one writes. An article's folder is looked at when its page is asked for, and again and again from then on; all
 * folders are looked at when another page is asked for. So an edit is seen as soon in a large archive as in a small one. While a large archive
 * is read for the first time, an article's page is shown without what leads to others, and again when that is known.
 */
export class LiveSite {
  readonly #places: ContentPlaces;
  readonly #listener: LiveListener;
  /** One processor is left for the server. */
  readonly #pool = openPool(Math.max(1, availableParallelism() - 1));
  readonly #files = new FolderFiles();
  /** Stamps of the articles' folders when they were read. */
  #stamps = new Map<string, string>();
  /** Articles that were shown. */
  readonly #shown = new Set<string>();
  /** Whether one was shown before all were read. */
  #wasEarly = false;
  #archive: Archive | undefined;
  /** Fulfilled when all articles are to be read for the first time. */
  readonly #due = Promise.withResolvers<void>();
  #isDue = false;
  /** Whether the articles are too many to be read before a page is asked for. */
  readonly #areMany: Promise<boolean>;
  /** The look at all folders that is under way, or the last one. */
  #reading: Promise<void>;
  readonly #limits: Limits;

  /** Begins to read the articles where they are few. */
  constructor(places: ContentPlaces, listener: LiveListener, limits: Partial<Limits> = {}) {
    this.#places = places;
    this.#limits = { patience: PATIENCE, few: FEW, ...limits };
    this.#files.places = places;
    this.#listener = listener;
    this.#areMany = areMoreThan(this.#limits.few, places);
    this.#reading = this.#readFirst();
    // Tried again, and told, when a page is asked for.
    this.#reading.catch(() => undefined);
  }

  /** What the pages read of the articles' folders. */
  get files(): ArticleFiles {
    return this.#files;
  }

  /** The page at an address as it is now; undefined where there is none. Throws what keeps it from being planned. */
  async page(address: string): Promise<PagePlan | undefined> {
    const id = articleAt(address);
    const early = id === undefined ? undefined : await this.#early(id, address);
    if (early !== undefined) return early.page;
    await (id === undefined ? this.#lookAtAll() : this.#lookAtArticle(id));
    return this.#archive && pageAt(this.#archive, address);
  }

  /** The page for addresses at which there is none. */
  lostPage(): PagePlan {
    return pageAt(this.#archive ?? openArchive([]), LOST) as PagePlan;
  }

  async #lookAtAll(): Promise<void> {
    const isFirst = this.begin();
    await this.#reading.catch(() => this.#refresh());
    if (!isFirst) await this.#refresh();
  }

  async #lookAtArticle(id: string): Promise<void> {
    this.begin();
    await this.#reading.catch(() => this.#refresh());
    if (this.#isStale(id)) await this.#refreshArticle(id);
    this.#shown.add(id);
  }

  /** The page of an article, if there is one, while all are read for the first time and that takes long; undefined where it can only be told then. */
  async #early(id: string, address: string): Promise<{ page: PagePlan | undefined } | undefined> {
    if (this.#archive !== undefined) return undefined;
    const isRead = this.#reading.then(
      () => true,
      () => true,
    );
    const patience = !this.#isDue && (await this.#areMany) ? 0 : this.#limits.patience;
    if (await Promise.race([isRead, setTimeout(patience, false)])) return undefined;
    const isThere = findFolder(this.#places, id) !== undefined;
    const around = isThere ? await readAround(id, this.#places, this.#pool) : undefined;
    if (this.#archive !== undefined || (isThere && around === undefined)) return undefined;
    this.#wasEarly = true;
    this.#files.proofs = { ...this.#files.proofs, ...around?.proofs };
    return { page: around && pageAt(around.archive, address) };
  }

  /** Whether an article's folder is not as it was read, or was written to so lately that its stamp cannot tell. */
  #isStale(id: string): boolean {
    const stamp = findFolder(this.#places, id)?.stamp;
    return stamp === "" || stamp !== this.#stamps.get(id);
  }

  /** Reads one article again. A scenario has to be proved, for which others are needed: then all folders are looked at. */
  async #refreshArticle(id: string): Promise<void> {
    const folder = findFolder(this.#places, id);
    const archive = this.#archive;
    const before = archive?.entryOf(id);
    if (archive === undefined || before === undefined) return this.#refresh();
    if (folder === undefined || folder.scenario !== undefined) return this.#refresh();
    const { scanned, entry } = scanFolder(this.#places, folder);
    if (entry === undefined) return this.#refresh();
    this.#listener.tell(scanned.findings);
    this.#stamps.set(id, folder.stamp);
    if (entry === entryJson(before)) return;
    this.#archive = withEdited(archive, before, readEntry(entry));
  }

  #refresh(): Promise<void> {
    this.#reading = this.#readAll();
    return this.#reading;
  }

  async #readFirst(): Promise<void> {
    if (!(await this.#areMany)) this.begin();
    await this.#due.promise;
    await this.#readAll();
  }

  /** Begins to read all articles, best when the first page is shown, for the server has no time meanwhile. False where that was begun before. */
  begin(): boolean {
    const isFirst = !this.#isDue;
    this.#isDue = true;
    this.#due.resolve();
    return isFirst;
  }

  async #readAll(): Promise<void> {
    let onRead: ((more: number) => void) | undefined;
    const content = await openContent(this.#places, this.#pool, {
      onProgress: (count, total) => {
        // The first count is of those that are known already.
        if (onRead === undefined) onRead = this.#listener.reading?.(total - count);
        else onRead(count);
      },
    });
    const { stamps, proofs } = content;
    const findings = await content.findings;
    await content.kept;
    this.#files.proofs = proofs;
    if (this.#archive !== undefined && isSame(stamps, this.#stamps)) return;
    this.#stamps = new Map(stamps);
    this.#archive = openArchive(content.entries());
    this.#listener.tell(findings);
  }

  /** Calls `onChange` whenever an article that was shown has changed, until `close`. */
  watch(onChange: () => void): void {
    const look = () => {
      const isComplete = this.#wasEarly && this.#archive !== undefined;
      const changed = [...this.#shown].filter((id) => this.#isStale(id));
      if (changed.length > 0 || isComplete) onChange();
      if (isComplete) this.#wasEarly = false;
      for (const id of changed) this.#shown.delete(id);
    };
    setInterval(look, PAUSE).unref();
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, stamp]) => stamp !== "" && b.get(id) === stamp);
}
