import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { threadOf } from "./thread.ts";

interface Answers {
  half: number;
  wait: string;
}
type Task = { kind: "half"; of: number } | { kind: "wait"; ms: number };

const code = `
  import { answerTasks } from ${JSON.stringify(new URL("./thread.ts", import.meta.url).href)};
  answerTasks(({ kind, of, ms }) => {
    if (kind === "wait") return new Promise((resolve) => setTimeout(() => resolve("waited"), ms));
    if (of % 2 !== 0) throw new Error(of + " has no half");
    return of / 2;
  });
`;
const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
const thread = threadOf<Task, Answers>(worker);
afterAll(() => worker.terminate());

test("a thread answers what it is asked, in that order, however long a task takes", async () => {
  const done: unknown[] = [];
  const note = (answer: unknown) => done.push(answer);
  await Promise.all([
    thread.ask({ kind: "wait", ms: 20 }).then(note),
    thread.ask({ kind: "half", of: 8 }).then(note),
  ]);
  expect(done).toEqual(["waited", 4]);
});

test("an error in a task is that task's alone", async () => {
  const odd = thread.ask({ kind: "half", of: 7 });
  const even = thread.ask({ kind: "half", of: 6 });
  await expect(odd).rejects.toThrow("7 has no half");
  expect(await even).toBe(3);
});
