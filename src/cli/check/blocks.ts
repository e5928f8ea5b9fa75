import { articleFolder } from "../../article/folders.ts";
import { blocksOf } from "../../simulator/scenario/blocks.ts";
import { EXIT, Misuse, type ExitCode } from "../command.ts";
import { readFolder } from "../prove.ts";
import { formatFindings } from "../report.ts";

/** Characters of a block's text that are shown beside its name. */
const SHOWN = 60;

/** Prints the names of an article's blocks, a line each, with how they begin. Throws `Misuse` where there is no article. */
export async function printBlocks(id: string, content: string): Promise<ExitCode> {
  const folder = articleFolder(content, id);
  if (folder === undefined) throw new Misuse(`there is no article ${id}.`);
  const { article, findings } = await readFolder(folder);
  if (findings.length > 0) console.error(formatFindings(findings, "text"));
  if (article === undefined) return EXIT.contentErrors;
  for (const { section, name, text } of blocksOf(article)) {
    const words = text.trim().replace(/\s+/g, " ");
    const shown = words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
    console.log(`${`at: ${section}, block: ${name}`.padEnd(40)} ${shown}`);
  }
  return EXIT.done;
}
