import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

/** `kb dev` over a content folder of its own: what an author saves is what the next request shows. */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = join(ROOT, "tests/.tmp/dev");

let server: ChildProcess;
let address: string;

beforeAll(async () => {
  await rm(CONTENT, { recursive: true, force: true });
  await save("Q300001", "The first", "It refers to Q300002.");
  await save("Q300002", "The second", "It refers to nothing.");
  const args = ["src/cli/kb.mjs", "dev", "--content", CONTENT, "--port", "0"];
  // Astro's server serves no pages where it finds itself in a test run.
  const env = { ...process.env };
  for (const name of ["VITEST", "NODE_ENV"]) Reflect.deleteProperty(env, name);
  server = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "ignore"] });
  address = await new Promise<string>((resolve, reject) => {
    server.stdout?.on("data", (bytes: Buffer) => {
      const found = /http:\S+/.exec(String(bytes))?.[0];
      if (found !== undefined) resolve(found);
    });
    server.on("exit", (code) => reject(new Error(`kb dev ended with ${code}`)));
  });
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.on("exit", resolve));
  server.kill("SIGINT");
  await ended;
});

async function save(id: string, title: string, text: string): Promise<void> {
  const folder = join(CONTENT, "kb/300", id);
  await mkdir(folder, { recursive: true });
  const front = `id: ${id}\ntitle: ${title}\nkeywords: [kbdemo]\n`;
  await writeFile(join(folder, "index.md"), `---\n${front}---\n\n${text}\n`);
}

async function page(path: string): Promise<{ status: number; html: string }> {
  const response = await fetch(address + path);
  return { status: response.status, html: await response.text() };
}

test("an article's page shows its text as it was saved last", async () => {
  expect((await page("kb/300/Q300001/")).html).toContain("It refers to");
  await save("Q300001", "The first", "Now it says more, and refers to Q300002.");
  expect((await page("kb/300/Q300001/")).html).toContain("Now it says more");
});

test("a new title is on the article's own page, on pages that link to it, and in lists", async () => {
  await save("Q300002", "Another name", "It refers to nothing.");
  expect((await page("kb/300/Q300002/")).html).toContain("Another name");
  expect((await page("kb/300/Q300001/")).html).toContain('title="Another name"');
  expect((await page("keywords/kbdemo/")).html).toContain("Another name");
});

test("what was saved since is in a list, too, whether its page was shown or not", async () => {
  await save("Q300001", "Renamed unseen", "It refers to Q300002.");
  expect((await page("keywords/kbdemo/")).html).toContain("Renamed unseen");
  await save("Q300003", "The third", "It is new.");
  expect((await page("kb/300/Q300003/")).html).toContain("It is new.");
  expect((await page("keywords/kbdemo/")).html).toContain("The third");
});

test("an article that was deleted is no page, and in no list", async () => {
  await rm(join(CONTENT, "kb/300/Q300003"), { recursive: true });
  expect((await page("kb/300/Q300003/")).status).toBe(404);
  expect((await page("keywords/kbdemo/")).html).not.toContain("The third");
});

test("an article that cannot be read is told of, and is there again once it can", async () => {
  await writeFile(join(CONTENT, "kb/300/Q300002/index.md"), "---\nid: Q300002\n---\n");
  expect((await page("kb/300/Q300002/")).status).toBe(404);
  await save("Q300002", "Mended", "It refers to nothing.");
  expect((await page("kb/300/Q300002/")).html).toContain("Mended");
});
