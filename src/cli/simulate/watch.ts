/** Runs again on each save of a scenario or its article. */

import { watch as watchFolder } from "node:fs/promises";
import { articleFolder } from "../../article/folders.ts";
import { EXIT, Misuse, type ExitCode } from "../command.ts";
import { PROJECT_CONTENT } from "../site.ts";
import { dirname } from "node:path";

/** Milliseconds to wait for the rest of a save: editors write a file in several steps. */
const PAUSE = 80;

/** Runs at once and then on every save, until the process is interrupted. */
export async function watch(
  id: string,
  content: string,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const scenario = articleFolder(content, id, PROJECT_CONTENT)?.scenario;
  if (scenario === undefined) throw new Misuse(`${id} has no simulator to watch.`);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  await run();
  let due: ReturnType<typeof setTimeout> | undefined;
  try {
    const saves = watchFolder(dirname(scenario), { signal: stop.signal })[Symbol.asyncIterator]();
    while (!(await saves.next()).done) {
      clearTimeout(due);
      due = setTimeout(() => void again(run), PAUSE);
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
  return EXIT.done;
}

/** What is wrong at one save may be right at the next. */
async function again(run: () => Promise<ExitCode>): Promise<void> {
  console.log(`\n── ${new Date().toLocaleTimeString("en-GB")} ──\n`);
  await run().catch((error: unknown) => console.error(String(error)));
}
