import type { Worker } from "node:worker_threads";
import { startWorker, threadOf, type Thread as AskedThread } from "../thread.ts";
import type { Performer } from "./perform.ts";
import type { Answers, Task } from "./tasks.ts";

/** A thread of the build. It does its tasks one after another. */
export type Thread = AskedThread<Task, Answers>;

export interface Pool {
  /** Those to share out so many pieces of work among: little work is done here, sooner than a thread has started. Throws when closed. */
  threadsFor(pieces: number): readonly Thread[];
  /** Those that were started, at work or not. */
  started(): readonly Thread[];
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** Pieces of work that are no thread's worth. */
const FEW = 64;

/** Megabytes for what lives no longer than a page: with less, a seventh of the time goes into collecting it. */
const YOUNG = 64;

/** A pool of `size` threads, which are started when there is work for them. */
export function openPool(size: number): Pool {
  const workers: Worker[] = [];
  const start = () => {
    const worker = startWorker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    workers.push(worker);
    return threadOf<Task, Answers>(worker);
  };
  const own = here();
  let threads: readonly Thread[] | undefined;
  let isClosed = false;
  return {
    threadsFor(pieces) {
      if (isClosed) throw new Error("the threads are closed: what was asked for is not done");
      if (pieces <= FEW && threads === undefined) return [own];
      threads ??= Array.from({ length: size }, start);
      return threads;
    },
    started: () => threads ?? [],
    async close() {
      isClosed = true;
      await Promise.all([own.close(), ...workers.map((worker) => worker.terminate())]);
    },
  };
}

/** The thread that asks. */
function here(): Thread & { close(): Promise<void> } {
  let performer: Promise<Performer> | undefined;
  return {
    ask: async <T extends Task>(task: T) => {
      performer ??= import("./perform.ts").then((module) => module.performer());
      const { perform } = await performer;
      return (await perform(task)) as Answers[T["kind"]];
    },
    close: async () => (await performer)?.close(),
  };
}
