import type { Worker } from "node:worker_threads";
import { startWorker } from "../../thread.ts";
import type { Answer, Job } from "./job.ts";

/** Does jobs, and tells of each when it is done. Answers come in the order of the jobs, whoever does them. */
export interface Pool {
  run(jobs: readonly Job[], onDone: (answer: Answer) => void): Promise<Answer[]>;
  close(): Promise<void>;
}

/** A pool that does its jobs here and now. */
export function inlinePool(work: (job: Job) => Answer): Pool {
  return {
    run(jobs, onDone) {
      const answers = jobs.map((job) => {
        const answer = work(job);
        onDone(answer);
        return answer;
      });
      return Promise.resolve(answers);
    },
    close: () => Promise.resolve(),
  };
}

/** A pool of `size` threads, each with one job at a time. */
export function threadPool(size: number): Pool {
  const workers = Array.from({ length: size }, () =>
    startWorker(new URL("./worker.ts", import.meta.url)),
  );
  return {
    async run(jobs, onDone) {
      const answers = new Array<Answer>(jobs.length);
      const queue = jobs.entries();
      await Promise.all(
        workers.map(async (worker) => {
          for (const [index, job] of queue) {
            const answer = await ask(worker, job);
            answers[index] = answer;
            onDone(answer);
          }
        }),
      );
      return answers;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("message", (answer: Answer) => {
      worker.off("error", reject);
      resolve(answer);
    });
    worker.once("error", reject);
    worker.postMessage(job);
  });
}
