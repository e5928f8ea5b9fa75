import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";

/**
 * Tells pages in the browser when they are to be loaded anew. Each page names the state of the site that it was made from; a page that hears
 * of another state, be it after a while without a connection, is not as it would be now.
 */
export class PageChanges {
  readonly #listeners = new Set<ServerResponse>();
  #state = randomUUID();

  /** The state that pages are made from now. */
  get state(): string {
    return this.#state;
  }

  /** Pages may show something else from now on. */
  next(): void {
    this.#state = randomUUID();
    for (const response of this.#listeners) this.#tell(response);
  }

  /** Answers the page that listens: the state now, and each one that comes, as server-sent events. */
  listen(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    this.#listeners.add(response);
    response.on("close", () => this.#listeners.delete(response));
    this.#tell(response);
  }

  #tell(response: ServerResponse): void {
    response.write(`data: ${this.#state}\n\n`);
  }
}

/**
 * The script of every page. Its attributes say from which state the page was made (`data-state`), where to listen (`data-changes`) and, where
 * the page was made before all articles were read, of how many (`data-read`, `data-total`).
 */
export const FOLLOW_SCRIPT = `(${follow.toString()})();\n`;

/** Runs in the browser. Listens only while the page is seen, for a browser has few connections to one host. */
function follow(): void {
  const { state, changes = "", read, total } = document.currentScript?.dataset ?? {};
  let source: EventSource | undefined;
  const listen = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(changes);
    source.onmessage = ({ data }) => {
      if (data !== state) location.reload();
    };
  };
  document.addEventListener("visibilitychange", listen);
  listen();
  if (read === undefined) return;
  const note = document.createElement("p");
  note.role = "status";
  note.textContent = `Made from what was read so far: ${read} of ${total} articles. The page comes anew when all are read.`;
  note.style.cssText =
    "position: fixed; inset: auto 0 0; margin: 0; padding: 0.6em 1em; background: Canvas; border-top: 1px solid; font: 0.9rem system-ui; text-align: center";
  document.body.append(note);
}
