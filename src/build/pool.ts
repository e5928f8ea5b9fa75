import { Worker } from "node:worker_threads";
import type { Answers, Task } from "./tasks.ts";

/** A thread of the build. It does its tasks one after another. */
export interface Thread {
  ask<T extends Task>(task: T): Promise<Answers[T["kind"]]>;
}

export interface Pool {
  threads: readonly Thread[];
  close(): Promise<void>;
}

/** Megabytes for what lives no longer than a page: with less, a seventh of the time goes into collecting it. */
const YOUNG = 64;

export function openPool(size: number): Pool {
  const workers = Array.from(
    { length: size },
    () =>
      new Worker(new URL("./worker.ts", import.meta.url), {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      }),
  );
  return {
    threads: workers.map(threadOf),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

interface Message {
  answer?: Answers[keyof Answers];
  error?: Error;
}

function threadOf(worker: Worker): Thread {
  const waiting: { resolve: (answer: never) => void; reject: (error: unknown) => void }[] = [];
  worker.on("message", ({ answer, error }: Message) => {
    const asked = waiting.shift();
    if (error === undefined) asked?.resolve(answer as never);
    else asked?.reject(error);
  });
  worker.on("error", (error) => {
    for (const asked of waiting.splice(0)) asked.reject(error);
  });
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      }),
  };
}
