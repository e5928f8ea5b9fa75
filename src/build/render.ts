import { articleAt } from "../article/id.ts";
import type { Change } from "./changes.ts";
import type { Pool, Thread } from "./pool.ts";
import type { RenderTask } from "./tasks.ts";

/** Pages of a task. */
const BATCH = 32;

interface Rendering {
  pool: Pool;
  task: Omit<RenderTask, "pages" | "kind">;
  /** Which thread has read an article. */
  readers: ReadonlyMap<string, number>;
  onProgress?: (done: number, total: number) => void;
}

/** Renders pages in the pool's threads; gives the digest of each one's bytes, by address. */
export async function renderPages(
  changes: readonly Change[],
  { pool, task, readers, onProgress }: Rendering,
): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  const threads = pool.threadsFor(changes.length);
  const queues = shareOut(changes, threads.length, readers);
  const work = async (thread: Thread, number: number) => {
    for (let batch = take(queues, number); batch.length > 0; batch = take(queues, number)) {
      const pages = batch.map(({ address, model, known }) => ({ address, model, known }));
      const answer = await thread.ask({ kind: "render", ...task, pages });
      for (const [index, { address }] of batch.entries()) {
        written.set(address, answer[index] ?? "");
      }
      onProgress?.(batch.length, changes.length);
    }
  };
  await Promise.all(threads.map(work));
  return written;
}

/** A queue for each thread: of the articles that it has read, and of its share of the rest. */
function shareOut(
  changes: readonly Change[],
  threads: number,
  readers: ReadonlyMap<string, number>,
): Change[][] {
  const queues = Array.from({ length: threads }, (): Change[] => []);
  for (const [index, change] of changes.entries()) {
    const reader = readers.get(articleAt(change.address) ?? "");
    queues[reader ?? index % threads]?.push(change);
  }
  return queues.map((queue) => queue.reverse());
}

/** The next pages of a thread's own queue, or, where that is empty, of the longest. */
function take(queues: readonly Change[][], number: number): Change[] {
  const own = queues[number];
  const queue =
    own !== undefined && own.length > 0
      ? own
      : queues.reduce((longest, other) => (other.length > longest.length ? other : longest));
  return queue.splice(-BATCH).reverse();
}
