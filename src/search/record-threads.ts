import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Answers, Kind, PageRecord, RecordSetting, Tasks } from "./record-task.ts";

/** Pages of one task. */
const BATCH = 50;
/** Pages for which one more thread is worth starting. */
const PAGES_PER_THREAD = 250;

/** Megabytes for what lives no longer than a page: with less, much time goes into collecting it. */
const YOUNG = 32;

/** Threads that read pages and make their records. */
export class RecordThreads {
  #threads: Thread[];

  /** `pages`: about how many there will be. */
  constructor(setting: RecordSetting, pages: number) {
    const wanted = Math.ceil(pages / PAGES_PER_THREAD);
    const size = Math.max(1, Math.min(availableParallelism(), wanted));
    this.#threads = Array.from({ length: size }, () => new Thread(setting));
  }

  /** Begins with all of the pages at once; gives their records in the order of the ids, batch by batch, as they are ready. */
  records(ids: readonly string[]): Promise<PageRecord[]>[] {
    const starts = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => at * BATCH);
    const batches = starts.map((start, number) => {
      const thread = this.#threads[number % this.#threads.length];
      const task = { kind: "records", ids: ids.slice(start, start + BATCH) } as const;
      return thread?.ask<"records">(task) ?? Promise.resolve([]);
    });
    // They are awaited one after another: one that fails before its turn must not end the process.
    for (const batch of batches) batch.catch(() => undefined);
    return batches;
  }

  /** In how many of the pages recorded since the last call each word stands. */
  async words(): Promise<Map<string, number>> {
    const parts = await Promise.all(
      this.#threads.map((thread) => thread.ask<"words">({ kind: "words" })),
    );
    const [all = new Map<string, number>(), ...others] = parts;
    for (const part of others) {
      for (const [word, count] of part) all.set(word, (all.get(word) ?? 0) + count);
    }
    return all;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

interface Asked {
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

/** One thread; it does its tasks one after another. */
class Thread {
  #worker: Worker;
  #waiting: Asked[] = [];

  constructor(setting: RecordSetting) {
    this.#worker = new Worker(new URL("./record-thread.ts", import.meta.url), {
      workerData: setting,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.#worker.on("message", (answer: Answers[Kind]) =>
      this.#waiting.shift()?.resolve(answer as never),
    );
    this.#worker.on("error", (error) => {
      for (const asked of this.#waiting.splice(0)) asked.reject(error);
    });
  }

  ask<K extends Kind>(task: Tasks[K]): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
