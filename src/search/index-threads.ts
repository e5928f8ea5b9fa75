import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startWorker, threadOf, type Thread } from "../thread.ts";
import { joinSamples, type Common, type Sample } from "./common.ts";
import type { Answers, IndexedSlice, IndexSetting, Task } from "./index-task.ts";

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
  #workers: Worker[];
  #threads: Thread<Task, Answers>[];

  /** `pages`: about how many there will be. */
  constructor(setting: IndexSetting, pages: number) {
    const wanted = Math.ceil(pages / PAGES_PER_THREAD);
    const size = Math.max(1, Math.min(availableParallelism(), wanted));
    this.#workers = Array.from({ length: size }, () => started(setting));
    this.#threads = this.#workers.map((worker) => threadOf<Task, Answers>(worker));
  }

  /** Counts what is common in these articles. */
  async sample(ids: readonly string[]): Promise<Sample> {
    const length = Math.ceil(ids.length / this.#threads.length);
    const parts = this.#threads.map((thread, at) =>
      thread.ask({ kind: "sample", ids: ids.slice(at * length, (at + 1) * length) }),
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
    const work = async (thread: Thread<Task, Answers>): Promise<void> => {
      await thread.ask({ kind: "common", common });
      for (const [at, ids] of waiting) {
        done[at] = await thread.ask({ kind: "slice", ids, perFile });
        onPages(ids.length);
      }
    };
    await Promise.all(this.#threads.map(work));
    return done;
  }

  /** In how many of the pages indexed since the last call each word stands. */
  async counts(): Promise<Map<string, number>> {
    const parts = await Promise.all(this.#threads.map((thread) => thread.ask({ kind: "counts" })));
    return parts.reduce<Map<string, number>>(addCounts, new Map());
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function started(workerData: IndexSetting): Worker {
  return startWorker(new URL("./index-thread.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
}

/** Adds to `all`, and gives it. */
export function addCounts(
  all: Map<string, number>,
  some: ReadonlyMap<string, number>,
): Map<string, number> {
  for (const [word, count] of some) all.set(word, (all.get(word) ?? 0) + count);
  return all;
}
