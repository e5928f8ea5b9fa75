import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Finding } from "../article/finding.ts";
import { articleAt, compareIds } from "../article/id.ts";
import { openArchive, withEdited, type Archive } from "../site/archive.ts";
import type { ArticleFiles } from "../site/files.ts";
import type { PagePlan } from "../site/page.ts";
import { pageAt } from "../site/plan.ts";
import { readAround } from "./around.ts";
import { openContent, type Content, type ContentWatcher } from "./content.ts";
import { BETWEEN, entryJson, readEntry, readEntryList } from "./entry-json.ts";
import { FolderFiles } from "./folder-files.ts";
import { areMoreThan, findFolder, type ContentPlaces } from "./folders.ts";
import { openPool } from "./pool.ts";
import { scanFolder } from "./scan.ts";

/** Milliseconds between two looks at the articles that were shown. */
const PAUSE = 200;

/** Milliseconds that an article's page waits until all articles are read, so that it can say what leads to others. */
const PATIENCE = 300;

/** Articles that a list needs to be shown before all are read: two tasks of a thread. */
const SOME = 128;

/** Articles that are looked at before the server is asked for a page; to look at more would keep it from starting. */
const FEW = 2_000;

/** Articles that are looked at again and again: those that were shown last. More cost a processor's time that nobody's pages need. */
const WATCHED = 200;

const LOST = "404.html";

/** Who is told what happens to the articles. */
export interface LiveListener {
  /** What is wrong with them. */
  tell(findings: readonly Finding[]): void;
  /** How many are about to be read; what it gives is told of each few that were. */
  reading?(articles: number): (more: number) => void;
}

/** What an address shows before all articles are read. */
interface Early {
  /** Undefined where there is no such page. */
  page: PagePlan | undefined;
}

/** What tests set otherwise. */
interface Limits {
  patience: number;
  some: number;
  few: number;
  watched: number;
}

/**
 * The site as it is while one writes. An article's folder is looked at when its page is asked for, and again and again from then on, as long as
 * it is one of those that were shown last; all folders are looked at when another page is asked for. So an edit is seen as soon in a large
 * archive as in a small one. While a large archive is read for the first time, an article's page is shown without what leads to others, a list
 * with the articles that were read so far, and both again when all is known.
 */
export class LiveSite {
  readonly #places: ContentPlaces;
  readonly #listener: LiveListener;
  /** One processor is left for the server. */
  readonly #pool = openPool(Math.max(1, availableParallelism() - 1));
  readonly #files = new FolderFiles();
  /** Stamps of the articles' folders when they were read. */
  #stamps = new Map<string, string>();
  /** Articles that were shown, the last one last. */
  readonly #shown = new Set<string>();
  /** How many were read while all are read for the first time, and how many there are; and the entries of those, as JSON. */
  #soFar: { read: number; total: number; entries: string[] } | undefined;
  /** Fulfilled when these are some. */
  readonly #someRead = Promise.withResolvers<void>();
  /** Whether a page was shown before all were read. */
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
    this.#limits = { patience: PATIENCE, some: SOME, few: FEW, watched: WATCHED, ...limits };
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
    const early = await (id === undefined
      ? this.#lookAtAll(address)
      : this.#lookAtArticle(id, address));
    if (early !== undefined) return early.page;
    return this.#archive && pageAt(this.#archive, address);
  }

  /** The page for addresses at which there is none. */
  lostPage(): PagePlan {
    return pageAt(this.#archive ?? openArchive([]), LOST) as PagePlan;
  }

  /** How many articles were read so far, and how many there are, while all are read for the first time. */
  get progress(): { read: number; total: number } | undefined {
    return this.#soFar && { read: this.#soFar.read, total: this.#soFar.total };
  }

  /** Gives the page only where it has to be shown before all articles are read. */
  async #lookAtAll(address: string): Promise<Early | undefined> {
    const isFirst = this.begin();
    const isRead = await this.#isReadBefore(this.#someRead.promise);
    const early = isRead ? undefined : this.#earlyList(address);
    if (early !== undefined) return early;
    await this.#reading.catch(() => this.#refresh());
    if (!isFirst) await this.#refresh();
    return undefined;
  }

  /** The same for an article's page. */
  async #lookAtArticle(id: string, address: string): Promise<Early | undefined> {
    const patience = !this.#isDue && (await this.#areMany) ? 0 : this.#limits.patience;
    const isRead = await this.#isReadBefore(setTimeout(patience));
    const early = isRead ? undefined : await this.#earlyArticle(id, address);
    if (early !== undefined) return early;
    this.begin();
    await this.#reading.catch(() => this.#refresh());
    if (this.#isStale(id)) await this.#refreshArticle(id);
    this.#show(id);
    return undefined;
  }

  /** Notes that an article was shown. It is looked at from now on, until many others were shown after it. */
  #show(id: string): void {
    this.#shown.delete(id);
    this.#shown.add(id);
    const [first] = this.#shown;
    if (this.#shown.size > this.#limits.watched && first !== undefined) this.#shown.delete(first);
  }

  /** Made of the articles that were read so far; undefined where that says too little. */
  #earlyList(address: string): Early | undefined {
    const json = this.#soFar?.entries.join(BETWEEN) ?? "";
    const entries = readEntryList(Buffer.from(json));
    const sorted = entries.sort((a, b) => compareIds(a.id, b.id));
    const page = entries.length === 0 ? undefined : pageAt(openArchive(sorted), address);
    if (page !== undefined) this.#wasEarly = true;
    return page && { page };
  }

  /** Made of the article and those that it mentions; undefined where it can only be told when all are read. */
  async #earlyArticle(id: string, address: string): Promise<Early | undefined> {
    const isThere = findFolder(this.#places, id) !== undefined;
    const around = isThere ? await readAround(id, this.#places, this.#pool) : undefined;
    if (this.#archive !== undefined || (isThere && around === undefined)) return undefined;
    this.#wasEarly = true;
    this.#files.proofs = { ...this.#files.proofs, ...around?.proofs };
    return { page: around && pageAt(around.archive, address) };
  }

  /** Whether all articles are read, or cannot be, before something else. */
  async #isReadBefore(other: Promise<void>): Promise<boolean> {
    if (this.#archive !== undefined) return true;
    const isRead = this.#reading.then(
      () => true,
      () => true,
    );
    return Promise.race([isRead, other.then(() => false)]);
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
    // One after another: what was begun last has to be there last.
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#readAll());
    return this.#reading;
  }

  async #readFirst(): Promise<void> {
    if (!(await this.#areMany)) this.begin();
    // The threads that are to read load their code until then.
    else this.#pool.threadsFor(this.#limits.few);
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
    const content = await openContent(this.#places, this.#pool, this.#watcher());
    try {
      await this.#take(content);
    } finally {
      await content.close();
    }
  }

  async #take(content: Content): Promise<void> {
    const stamps = content.stamps();
    const findings = await content.findings;
    this.#files.proofs = content.proofs;
    if (this.#archive !== undefined && isSame(stamps, this.#stamps)) return;
    this.#stamps = stamps;
    this.#archive = openArchive(content.entries());
    this.#soFar = undefined;
    this.#listener.tell(findings);
  }

  /** Tells the listener of what is read, and keeps it where little was known before. */
  #watcher(): ContentWatcher {
    let onMore: ((more: number) => void) | undefined;
    return {
      onProgress: (count, total) => {
        // The first count is of those that are known already.
        if (onMore !== undefined) return onMore(count);
        const isFirst = this.#archive === undefined && total - count > count;
        this.#soFar = isFirst ? { read: 0, total, entries: [] } : undefined;
        onMore = this.#listener.reading?.(total - count) ?? (() => undefined);
      },
      onRead: (read) => {
        if (this.#soFar === undefined) return;
        if (read.entries !== "") this.#soFar.entries.push(read.entries);
        this.#soFar.read += read.count;
        if (this.#soFar.read >= this.#limits.some) this.#someRead.resolve();
      },
    };
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
    setInterval(() => {
      try {
        look();
      } catch {
        // A folder that cannot be looked at is told of when its page is asked for.
      }
    }, PAUSE).unref();
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, stamp]) => stamp !== "" && b.get(id) === stamp);
}
