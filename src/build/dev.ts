import { availableParallelism } from "node:os";
import type { AstroIntegration } from "astro";
import type { Finding } from "../article/finding.ts";
import { articleAt } from "../article/id.ts";
import { openArchive, type Archive } from "../site/archive.ts";
import type { Entry } from "../site/entry.ts";
import type { PageInput } from "../site/page.ts";
import { pageAt } from "../site/plan.ts";
import { openContent } from "./content.ts";
import { FolderFiles } from "./folder-files.ts";
import { openPool } from "./pool.ts";
import { findFolder, type ContentPlaces } from "./folders.ts";
import { scanFolder } from "./scan.ts";

/** Milliseconds between two looks at the articles that were shown. */
const PAUSE = 200;

/**
 * The site as it is while one writes. An article's folder is looked at when its page is asked for, and again and again from then on; all
 * folders are looked at when another page is asked for. So an edit is seen as soon in a large archive as in a small one.
 */
export class LiveSite {
  readonly #places: ContentPlaces;
  readonly #tell: (findings: readonly Finding[]) => void;
  readonly #pool = openPool(availableParallelism());
  readonly #files = new FolderFiles();
  /** Stamps of the articles' folders when they were read. */
  #stamps = new Map<string, string>();
  /** Articles that were shown. */
  readonly #shown = new Set<string>();
  #entries: readonly Entry[] = [];
  #archive: Archive | undefined;
  /** The look at all folders that is under way, or the last one. */
  #reading: Promise<void>;

  /** Begins to read the articles. */
  constructor(places: ContentPlaces, tell: (findings: readonly Finding[]) => void) {
    this.#places = places;
    this.#files.places = places;
    this.#tell = tell;
    this.#reading = this.#readAll();
    // Tried again, and told, when a page is asked for.
    this.#reading.catch(() => undefined);
  }

  /** What the page at an address is rendered from; undefined where there is no such page. Throws what keeps it from being built. */
  async input(address: string): Promise<PageInput | undefined> {
    await this.#reading.catch(() => this.#refresh());
    const id = articleAt(address);
    if (id === undefined) await this.#refresh();
    else {
      if (this.#isStale(id)) await this.#refreshArticle(id);
      this.#shown.add(id);
    }
    const page = this.#archive && pageAt(this.#archive, address);
    return page && { model: page.model, files: this.#files };
  }

  /** Whether an article's folder is not as it was read, or was written to so lately that its stamp cannot tell. */
  #isStale(id: string): boolean {
    const stamp = findFolder(this.#places, id)?.stamp;
    return stamp === "" || stamp !== this.#stamps.get(id);
  }

  /** Reads one article again. A scenario has to be proved, for which others are needed: then all folders are looked at. */
  async #refreshArticle(id: string): Promise<void> {
    const folder = findFolder(this.#places, id);
    const index = this.#entries.findIndex((entry) => entry.id === id);
    if (folder === undefined || folder.scenario !== undefined || index < 0) return this.#refresh();
    const { scanned, entry } = scanFolder(this.#places, folder);
    if (entry === undefined) return this.#refresh();
    this.#tell(scanned.findings);
    this.#stamps.set(id, folder.stamp);
    if (entry === JSON.stringify(this.#entries[index])) return;
    this.#entries = this.#entries.with(index, JSON.parse(entry) as Entry);
    this.#archive = openArchive(this.#entries);
  }

  #refresh(): Promise<void> {
    this.#reading = this.#readAll();
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    const content = await openContent(this.#places, this.#pool);
    const { findings, stamps, proofs } = content;
    this.#files.proofs = proofs;
    if (isSame(stamps, this.#stamps)) return;
    this.#stamps = new Map(stamps);
    this.#entries = content.entries();
    this.#archive = openArchive(this.#entries);
    this.#tell(findings);
  }

  /** Calls `onChange` whenever an article that was shown has changed, until `close`. */
  watch(onChange: () => void): void {
    const look = () => {
      const changed = [...this.#shown].filter((id) => this.#isStale(id));
      if (changed.length > 0) onChange();
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

/** Gives Astro's server the site's pages, as `Astro.locals`, and reloads them in the browser when they change. */
export function liveSite(site: LiveSite, base: string): AstroIntegration {
  return {
    name: "kb-live-site",
    hooks: {
      "astro:server:setup": ({ server }) => {
        site.watch(() => server.ws.send({ type: "full-reload" }));
        server.middlewares.use((request, _response, next) => {
          const address = addressOf(request.url ?? "/", base);
          if (!MAY_BE_PAGE.test(address)) return next();
          const serve = async () => {
            const input = await site.input(address);
            if (input === undefined) request.url = `${base}404/`;
            Reflect.set(request, LOCALS, input ?? (await site.input("404.html")));
          };
          serve().then(() => next(), next);
        });
      },
    },
  };
}

/** Addresses of pages; all others are the server's own scripts and styles. */
const MAY_BE_PAGE = /(?:^|\/)$|^[\w-]+\.(?:xml|txt)$|^kb\/.*\.json$/;

/** Where Astro's server looks for `Astro.locals`, as adapters that run as a middleware pass them. */
const LOCALS = Symbol.for("astro.locals");

function addressOf(url: string, base: string): string {
  const path = decodeURIComponent(new URL(url, "http://host").pathname);
  return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
}
