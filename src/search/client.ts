import type { Answer, Request } from "./searcher.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker.ts";

/** Asks the search worker. Nothing is loaded before the first question. */
export class SearchClient {
  #folder: string;
  #worker: Worker | undefined;
  #latest = 0;
  #running: Promise<unknown> = Promise.resolve();

  /** `folder` is the address of the index's folder, with a slash at its end. */
  constructor(folder: string) {
    this.#folder = new URL(folder, location.href).href;
  }

  /**
   * Waits until the question before is answered, then asks, unless a later question has come by then: of those only the
   * last is worth an answer, and this gives undefined. Throws where the search cannot be loaded.
   */
  async ask(request: Request): Promise<Answer | undefined> {
    const number = ++this.#latest;
    await this.#running;
    if (number !== this.#latest) return undefined;
    const answer = this.#send({ ...request, number, folder: this.#folder });
    this.#running = answer.catch(() => undefined);
    return answer;
  }

  #send(request: WorkerRequest): Promise<Answer> {
    const worker = (this.#worker ??= new Worker(new URL("./worker.ts", import.meta.url), {
      type: "module",
    }));
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) =>
        data.answer ? resolve(data.answer) : reject(new Error(data.error));
      worker.onerror = () => reject(new Error("The search could not be loaded."));
      worker.postMessage(request);
    });
  }
}
