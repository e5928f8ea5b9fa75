import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { joinSamples, type Common, type Sample } from "./common.ts";
import type { Answers, IndexedSlice, IndexSetting, Kind, Tasks } from "./index-task.ts";

/** Pages for which one more thread is worth starting. */
const PAGES_PER_THREAD = 250;
/** Megabytes for what lives no longer than a page: with less, much time goes into collecting it. */
const YOUNG = 32;

interface SliceOptions {
  common: Common;
  /** Texts to a file. */
  perFile: number;
  onPages: (pages: number) => void;
}

/** Threads that index pages. */
export class IndexThreads {
  #threads: Thread[];

  /** `pages`: about how many there will be. */
  constructor(setting: IndexSetting, pages: number) {
    const wanted = Math.ceil(pages / PAGES_PER_THREAD);
    const size = Math.max(1, Math.min(availableParallelism(), wanted));
    this.#threads = Array.from({ length: size }, () => new Thread(setting));
  }

  /** Counts what is common in these articles. */
  async sample(ids: readonly string[]): Promise<Sample> {
    const length = Math.ceil(ids.length / this.#threads.length);
    const parts = this.#threads.map((thread, at) =>
      thread.ask<"sample">({ kind: "sample", ids: ids.slice(at * length, (at + 1) * length) }),
    );
    return joinSamples(await Promise.all(parts));
  }

  /** Indexes slices, each by the next thread that is free; gives them in their order. */
  async index(
    slices: readonly (readonly string[])[],
    { common, perFile, onPages }: SliceOptions,
  ): Promise<IndexedSlice[]> {
    const done: IndexedSlice[] = [];
    const waiting = slices.entries();
    const work = async (thread: Thread): Promise<void> => {
      await thread.ask<"common">({ kind: "common", common });
      for (const [at, ids] of waiting) {
        done[at] = await thread.ask<"slice">({ kind: "slice", ids, perFile });
        onPages(ids.length);
      }
    };
    await Promise.all(this.#threads.map(work));
    return done;
  }

  /** In how many of the pages indexed since the last call each word stands. */
  async counts(): Promise<Map<string, number>> {
    const parts = await Promise.all(
      this.#threads.map((thread) => thread.ask<"counts">({ kind: "counts" })),
    );
    return parts.reduce<Map<string, number>>(addCounts, new Map());
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

function addCounts(
  all: Map<string, number>,
  some: ReadonlyMap<string, number>,
): Map<string, number> {
  for (const [word, count] of some) all.set(word, (all.get(word) ?? 0) + count);
  return all;
}

interface Asked {
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

/** One thread; it does its tasks one after another. */
class Thread {
  #worker: Worker;
  #waiting: Asked[] = [];

  constructor(setting: IndexSetting) {
    this.#worker = new Worker(new URL("./index-thread.ts", import.meta.url), {
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
