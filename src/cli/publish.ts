import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Misuse } from "./command.ts";

/** Files that every built site has at its top. */
const MARKS = ["404.html", "sitemap-index.xml"];

/** A build replaces its output folder. Throws `Misuse` where that holds anything but a built site. */
export async function refuseToReplace(out: string): Promise<void> {
  if (!existsSync(out)) return;
  const names = await readdir(out);
  if (names.length === 0 || MARKS.every((name) => names.includes(name))) return;
  throw new Misuse(
    `--out ${out} is neither empty nor a built site, and a build would replace it. Name another folder, or empty it.`,
  );
}

/** Puts a finished site in the place of the one before, which stays as it is until then. */
export async function publish(staged: string, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const former = `${out}.former-${process.pid}`;
  if (existsSync(out)) await rename(out, former);
  await move(staged, out);
  await rm(former, { recursive: true, force: true });
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(from, to, { recursive: true });
  }
}
