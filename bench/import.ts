/**
 * How long the import of an archive takes, by its size: `KB_CORPUS=… node bench/import.ts`. The archive's own files are
 * copied under other ids until there are enough of them; the time for one article should not depend on how many there are.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { runImport } from "../src/cli/import/run.ts";
import { CORPUS, corpusFiles } from "../tests/corpus/files.ts";

const SIZES = [1_000, 10_000, 60_000];

if (CORPUS === undefined) {
  console.error("Set KB_CORPUS to the folder of the unpacked archive.");
  process.exit(2);
}
const originals = corpusFiles(CORPUS).filter((file) => file.endsWith(".TXT"));
console.log(`cores: ${availableParallelism()}`);
for (const size of SIZES) await measure(size);

async function measure(size: number): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "bench-import-"));
  try {
    multiply(size, join(work, "source"));
    const start = performance.now();
    const before = process.cpuUsage();
    const { results } = await runImport({
      paths: [join(work, "source")],
      content: join(work, "content"),
      dryRun: false,
      force: false,
      keepSource: false,
      blocks: false,
    });
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    const failed = results.filter(({ status }) => status !== "imported").length;
    const perArticle = (user + system) / 1000 / size;
    console.log(
      `${size} articles: ${seconds.toFixed(1)} s, ${Math.round(size / seconds)} a second, ` +
        `${perArticle.toFixed(2)} ms of processor time each, ${failed} not imported`,
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Original texts under ids of their own, a thousand to a folder. */
function multiply(size: number, folder: string): void {
  for (let index = 0; index < size; index++) {
    const id = `Q${1_000_000 + index}`;
    const group = join(folder, id.slice(1, -3));
    if (index % 1000 === 0) mkdirSync(group, { recursive: true });
    const text = readFileSync(originals[index % originals.length] ?? "", "latin1");
    writeFileSync(
      join(group, `${id}.TXT`),
      text.replace(/^DOCUMENT:Q\d+/, `DOCUMENT:${id}`),
      "latin1",
    );
  }
}
