import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What one run of a command took. */
export interface Taken {
  seconds: number;
  /** Memory of the command and all its processes together at its highest, in MB; undefined where there is no `/proc`. */
  megabytes: number | undefined;
}

/** Between two looks at the memory, in milliseconds. */
const LOOK = 50;

/** Runs a command to its end. Throws where it fails, with what it printed. */
export async function measure(command: string, args: readonly string[]): Promise<Taken> {
  const start = performance.now();
  const child = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const printed: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => printed.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => printed.push(bytes));
  let highest: number | undefined;
  const looking = setInterval(() => {
    const now = child.pid === undefined ? undefined : memoryOfGroup(child.pid);
    if (now !== undefined) highest = Math.max(highest ?? 0, now);
  }, LOOK);
  try {
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (code !== 0) {
      const said = Buffer.concat(printed).toString().slice(-2000);
      throw new Error(`${command} ${args.join(" ")} ended with ${String(code)}:\n${said}`);
    }
    return { seconds: (performance.now() - start) / 1000, megabytes: highest };
  } finally {
    clearInterval(looking);
  }
}

const PAGE = 4096;

/** Resident memory of a process group in MB. Pages that two of its processes share are counted in both. */
function memoryOfGroup(group: number): number | undefined {
  try {
    const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const sizes = processes.map((name) => {
      const [own, pages] = groupAndPages(name);
      return own === group ? pages : 0;
    });
    return (sizes.reduce((sum, size) => sum + size, 0) * PAGE) / 1e6;
  } catch {
    return undefined;
  }
}

/** Of a process that has ended meanwhile: zeros. */
function groupAndPages(process: string): [group: number, pages: number] {
  try {
    const text = readFileSync(`/proc/${process}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [Number(fields[2]), Number(fields[21])];
  } catch {
    return [0, 0];
  }
}

/** Files under a folder, how many of them are pages, and the bytes of all. */
export function sizeOf(folder: string): { files: number; pages: number; bytes: number } {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const bytes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  const pages = files.filter(({ name }) => name.endsWith(".html"));
  const total = bytes.reduce((sum, size) => sum + size, 0);
  return { files: files.length, pages: pages.length, bytes: total };
}
