import { parentPort } from "node:worker_threads";
import { disk } from "./disk.ts";
import { work, type Job } from "./job.ts";

/** A worker thread: answers each job with its results. */
parentPort?.on("message", (job: Job) => {
  parentPort?.postMessage(work(job, disk));
});
