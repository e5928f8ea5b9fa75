import { watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { openRenderer, type Render } from "./renderer.ts";
import { PROJECT_ROOT } from "./places.ts";

/** Where one edits the site's code. */
const FOLDERS = ["src", "public"];

/** Milliseconds that the code has to be left alone before it is built again: editors write a file in several steps. */
const PAUSE = 100;

/** What pages are made with. */
export interface LoadedRenderer {
  /** Changes with the site's code. */
  digest: string;
  render: Render;
  /** Folder of scripts, styles, fonts and what `public/` holds. */
  assets: string;
}

/** The site's renderer while its code may be edited: that of the last code that could be built. */
export class LiveRenderer {
  readonly #options: { base: string; site: string };
  #watchers: FSWatcher[] = [];
  #current: Promise<LoadedRenderer> | undefined;
  /** The last one to be built. */
  #building: Promise<void>;

  /** Begins to load the renderer, or to build it where none is kept. */
  constructor(options: { base: string; site: string }) {
    this.#options = options;
    this.#building = this.current().then(
      () => undefined,
      // Told to who asks for it.
      () => undefined,
    );
  }

  /** Rejects where none of the code so far could be built; the next call tries again. */
  current(): Promise<LoadedRenderer> {
    this.#current ??= this.#load().catch((error: unknown) => {
      this.#current = undefined;
      throw error;
    });
    return this.#current;
  }

  /** Builds the renderer again whenever the code has changed; then calls `onChange`, or `onError` where that code cannot be built. */
  watch(onChange: () => void, onError: (error: Error) => void): void {
    let timer: NodeJS.Timeout | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // One after another: what was begun last has to be there last.
        this.#building = this.#building.then(() => this.#reload(onChange)).catch(onError);
      }, PAUSE);
    };
    this.#watchers = FOLDERS.map((name) =>
      watch(join(PROJECT_ROOT, name), { recursive: true }, later).on("error", onError),
    );
  }

  async #reload(onChange: () => void): Promise<void> {
    const next = await this.#load();
    const before = await this.#current?.catch(() => undefined);
    if (next.digest === before?.digest) return;
    this.#current = Promise.resolve(next);
    onChange();
  }

  async #load(): Promise<LoadedRenderer> {
    const { digest, entry, assets } = await openRenderer(this.#options);
    const { render } = (await import(entry)) as { render: Render };
    return { digest, render, assets };
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }
}
