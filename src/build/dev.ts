import { availableParallelism } from "node:os";
import type { AstroIntegration } from "astro";
import type { Finding } from "../article/finding.ts";
import { articleAt } from "../article/id.ts";
import { openArchive, type Archive } from "../site/archive.ts";
import type { PageInput } from "../site/page.ts";
import { pageAt } from "../site/plan.ts";
import { openContent, type Content } from "./content.ts";
import { FolderFiles } from "./folder-files.ts";
import { openPool } from "./pool.ts";
import { findFolder, type ContentPlaces } from "./scan.ts";

/** Milliseconds between two looks at the articles that were shown. */
const PAUSE = 200;

/**
 * The site as it is while one writes. What was shown is looked at again and again, and everything when a page is asked for that is
 * not an article's: that costs the same for a large archive as for a small one.
 */
export class LiveSite {
  readonly #places: ContentPlaces;
  readonly #tell: (findings: readonly Finding[]) => void;
  readonly #pool = openPool(availableParallelism());
  readonly #files = new FolderFiles();
  /** Articles that were shown, with the stamps of their folders then. */
  readonly #shown = new Map<string, string | undefined>();
  #content: Content | undefined;
  #archive: Archive | undefined;

  constructor(places: ContentPlaces, tell: (findings: readonly Finding[]) => void) {
    this.#places = places;
    this.#files.places = places;
    this.#tell = tell;
  }

  /** What the page at an address is rendered from; undefined where there is no such page. Throws what keeps it from being built. */
  async input(address: string): Promise<PageInput | undefined> {
    const id = articleAt(address);
    if (id === undefined || this.#isStale(id)) await this.#refresh();
    if (id !== undefined) this.#shown.set(id, this.#stampOf(id));
    const page = this.#archive && pageAt(this.#archive, address);
    return page && { model: page.model, files: this.#files };
  }

  #isStale(id: string): boolean {
    return this.#archive?.entryOf(id) === undefined || this.#shown.get(id) !== this.#stampOf(id);
  }

  #stampOf(id: string): string | undefined {
    return findFolder(this.#places, id)?.stamp;
  }

  async #refresh(): Promise<void> {
    const content = await openContent(this.#places, this.#pool);
    if (content.read > 0 || this.#content?.entries.length !== content.entries.length) {
      this.#archive = openArchive(content.entries);
      this.#tell(content.findings);
    }
    this.#content = content;
    this.#files.proofs = content.proofs;
  }

  /** Calls `onChange` whenever an article that was shown has changed, until `close`. */
  watch(onChange: () => void): void {
    const look = () => {
      const changed = [...this.#shown].filter(([id, stamp]) => stamp !== this.#stampOf(id));
      if (changed.length > 0) onChange();
      for (const [id] of changed) this.#shown.delete(id);
    };
    setInterval(look, PAUSE).unref();
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
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
