import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { SEAL } from "../../build/manifest.ts";
import { Misuse } from "../command.ts";

/** Files that every built site has at its top, in older versions too. */
const MARKS = ["404.html", "sitemap-index.xml"];

/** A build puts its output folder in order. Throws `Misuse` where that holds anything but a built site. */
export async function refuseToReplace(out: string): Promise<void> {
  if (!existsSync(out)) return;
  const names = await readdir(out);
  const isSite = names.includes(SEAL) || MARKS.every((name) => names.includes(name));
  if (names.length === 0 || isSite) return;
  throw new Misuse(
    `--out ${out} is neither empty nor a built site, and a build would replace it. Name another folder, or empty it.`,
  );
}
