import { parentPort } from "node:worker_threads";
import { performer } from "./perform.ts";
import type { Task } from "./tasks.ts";

/** One thread of a build: does a task at a time and answers, in their order. */

const perform = performer();
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", (task: Task) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ answer: await perform(task) });
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  });
});
