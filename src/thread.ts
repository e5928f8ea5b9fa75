import { setFlagsFromString } from "node:v8";
import { parentPort, Worker, type WorkerOptions } from "node:worker_threads";

/** Worker threads that do one task after another, and how they are asked. Tasks and answers are plain data. */

/** `Answers`: by the kinds of tasks. */
export interface Thread<Task extends { kind: PropertyKey }, Answers extends AnswersOf<Task>> {
  /** Rejects with the error that the task threw. */
  ask<T extends Task>(task: T): Promise<Answers[T["kind"]]>;
}

type AnswersOf<Task extends { kind: PropertyKey }> = { [K in Task["kind"]]: unknown };

interface Message {
  answer?: unknown;
  error?: Error;
}

/**
 * Starts a worker. From then on threads have work for all processors: where each also had others help it collect its garbage, they would wait for
 * one another.
 */
export function startWorker(module: URL, options?: WorkerOptions): Worker {
  setFlagsFromString("--no-parallel-scavenge");
  return new Worker(module, options);
}

/** The thread of a worker that answers by `answerTasks`. */
export function threadOf<Task extends { kind: PropertyKey }, Answers extends AnswersOf<Task>>(
  worker: Worker,
): Thread<Task, Answers> {
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

/** Has a thread of its own do one task. What it held of memory ends with it. */
export async function askThread<
  Task extends { kind: PropertyKey },
  Answers extends AnswersOf<Task>,
>(module: URL, task: Task): Promise<Answers[Task["kind"]]> {
  const worker = startWorker(module);
  try {
    return await threadOf<Task, Answers>(worker).ask(task);
  } finally {
    await worker.terminate();
  }
}

/** In a worker: does a task at a time, and answers in the order in which they came. */
export function answerTasks<Task>(perform: (task: Task) => unknown): void {
  let last = Promise.resolve();
  parentPort?.on("message", (task: Task) => {
    last = last.then(async () => {
      parentPort?.postMessage(await messageOf(task, perform));
    });
  });
}

async function messageOf<Task>(task: Task, perform: (task: Task) => unknown): Promise<Message> {
  try {
    return { answer: await perform(task) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
