import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { buildSite, kb, startKb, type Served } from "./support/site.ts";

/** `kb dev` over a content folder of its own: what an author saves is what the next request shows. */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = join(ROOT, "tests/.tmp/dev");

let server: Served;

beforeAll(async () => {
  await rm(CONTENT, { recursive: true, force: true });
  await save("Q300001", "The first", "It refers to Q300002.");
  await save("Q300002", "The second", "It refers to nothing.");
  server = await startKb(ROOT, "dev", "--content", CONTENT);
});

afterAll(() => server.end());

async function save(id: string, title: string, text: string): Promise<void> {
  const folder = join(CONTENT, "kb/300", id);
  await mkdir(folder, { recursive: true });
  const front = `id: ${id}\ntitle: ${title}\nkeywords: [kbdemo]\n`;
  await writeFile(join(folder, "index.md"), `---\n${front}---\n\n${text}\n`);
}

async function page(path: string): Promise<{ status: number; html: string }> {
  const response = await fetch(server.address + path);
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

test("a page has the bytes of a built one, and a script of one line", async () => {
  const out = await buildSite("dev-built", { content: CONTENT });
  for (const path of ["", "kb/300/Q300001/", "keywords/kbdemo/", "feed.xml"]) {
    const built = await readFile(
      join(out, path.endsWith(".xml") ? path : `${path}index.html`),
      "utf8",
    );
    const { html } = await page(path);
    expect(html.replace(/<script defer src="\/_dev\/follow\.js".*?<\/script>/, "")).toBe(built);
  }
});

test("styles, files of the site and folders without a slash are found where a host has them", async () => {
  const [style = ""] = /\/_astro\/[^"]+\.css/.exec((await page("")).html) ?? [];
  expect(await page(style.slice(1))).toMatchObject({ status: 200 });
  expect(await page("icon.svg")).toMatchObject({ status: 200 });
  expect(await page("kb/300/Q300001")).toMatchObject({ status: 200 });
  expect(await page("pagefind/pagefind.js")).toMatchObject({ status: 404 });
  expect(await page("%ff")).toMatchObject({ status: 400 });
});

test("an address of another machine is refused, and the command ends", async () => {
  const { status, stderr } = await kb(["dev", "--host", "192.0.2.1"]);
  expect(status).toBe(2);
  expect(stderr).toContain("no pages can be served on 192.0.2.1, port 4321");
});

test("a page in the browser is loaded anew when its article is saved", async () => {
  const browser = await launchChromium();
  try {
    const shown = await browser.newPage();
    await shown.goto(`${server.address}kb/300/Q300001/`);
    await save("Q300001", "The first", "The browser sees this.");
    await shown.getByText("The browser sees this.").waitFor();
    await save("Q300001", "The first", "And this, too.");
    await shown.getByText("And this, too.").waitFor();
  } finally {
    await browser.close();
  }
});

test("a page that cannot be shown says why, and comes when that is mended", async () => {
  const folder = join(CONTENT, "kb/298/Q298836");
  await cp(join(ROOT, "content/kb/298/Q298836"), folder, { recursive: true });
  const file = join(folder, "simulator.yaml");
  const scenario = await readFile(file, "utf8");
  await writeFile(file, `${scenario}\nnonsense: true\n`);
  const browser = await launchChromium();
  try {
    const shown = await browser.newPage();
    const response = await shown.goto(`${server.address}kb/298/Q298836/`);
    expect(response?.status()).toBe(500);
    expect(await shown.locator("pre").textContent()).toContain("scenario of Q298836");
    expect(server.said()).toMatch(/simulator\.yaml:\d+:\d+/);
    await writeFile(file, scenario);
    await shown.getByRole("heading", { name: /^XIMS/ }).waitFor();
  } finally {
    await browser.close();
  }
});

test("pages have what the site's code says now, and stay where that makes no sense", async () => {
  const copy = await mkdtemp(join(tmpdir(), "kb-dev-code-"));
  for (const name of [
    "src",
    "public",
    "content",
    "astro.config.mjs",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ]) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const dev = await startKb(copy, "dev", "--base", "/under/");
  const home = async () => (await fetch(dev.address)).text();
  try {
    expect(await home()).toContain("articles");
    const file = join(copy, "src/pages/index.astro");
    const code = await readFile(file, "utf8");
    await writeFile(file, code.replace('"articles"', "{"));
    await expect.poll(dev.said, { timeout: 60_000 }).toMatch(/index\.astro:\d+:\d+/);
    expect(await home()).toContain("articles");
    await writeFile(file, code.replace('"articles"', '"texts"'));
    await expect.poll(home, { timeout: 60_000, interval: 200 }).toContain("texts");
  } finally {
    await dev.end();
    await rm(copy, { recursive: true });
  }
});
