import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPage } from "../src/search/page.ts";
import { axeViolations } from "./support/axe.ts";
import { launchChromium } from "./support/chromium.ts";
import { buildSite, serveStatic, type StaticHost } from "./support/site.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = join(ROOT, "tests/.tmp/replay-content");
const FIXTURES = join(ROOT, "tests/fixtures/replay");
const PAGES = {
  messages: "kb/900/R900001/",
  event: "kb/900/R900002/",
  steps: "kb/900/R900003/",
  versions: "kb/900/R900004/",
  labels: "kb/900/R900008/",
  unseen: "kb/900/R900006/",
  long: "kb/900/R900007/",
};

let out: string;
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  await rm(CONTENT, { recursive: true, force: true });
  for (const [name, path] of Object.entries(PAGES)) {
    await mkdir(join(CONTENT, path), { recursive: true });
    const text = await readFile(join(FIXTURES, `${name}.article.md`), "utf8");
    await writeFile(join(CONTENT, path, "index.md"), text);
  }
  out = await buildSite("replay", { content: CONTENT });
  host = await serveStatic(out);
  browser = await launchChromium();
});

afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  await (host as StaticHost | undefined)?.close();
});

async function visit<T>(
  name: keyof typeof PAGES,
  run: (page: Page) => Promise<T>,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(host.url + PAGES[name]);
    return await run(page);
  } finally {
    await context.close();
  }
}

const lines = (page: Page) => page.locator(".replay-lanes input");
const seen = (page: Page) => page.locator(".replay-shown:visible pre, .replay-shown:visible dl");
const html = (name: keyof typeof PAGES) => readFile(join(out, PAGES[name], "index.html"), "utf8");
const bare = { javaScriptEnabled: false };

describe("a replay", () => {
  test("shows what is seen as far as the reader goes, and no script is needed", () =>
    visit(
      "messages",
      async (page) => {
        expect(await seen(page).count()).toBe(0);
        await page.getByText("you may receive one of the following").last().click();
        expect(await seen(page).allTextContents()).toEqual([
          "The cutter is open.\nClose it and press OK.",
          "Label <number> is lost.",
        ]);
        await page.getByRole("button", { name: "Start again" }).click();
        expect(await seen(page).count()).toBe(0);
      },
      bare,
    ));

  test("goes on into the remedy, which ends in a sentence of the article", () =>
    visit("messages", async (page) => {
      await lines(page).last().check();
      expect(await page.locator(".replay-shown:visible").count()).toBe(2);
      expect(await page.locator(".replay-end").innerText()).toBe(
        "This problem was first corrected in Contoso Label Maker 2.1.",
      );
    }));

  test("is walked through by keyboard alone", () =>
    visit("steps", async (page) => {
      await lines(page).first().focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      expect(await lines(page).nth(1).isChecked()).toBe(true);
      expect(await seen(page).allTextContents()).toEqual(["count /all", "One coin is missing"]);
      const description = await lines(page).nth(1).getAttribute("aria-describedby");
      expect(await page.locator(`[id="${description}"]`).innerText()).toContain(
        "One coin is missing",
      );
    }));

  test("has no line whose choice changes nothing", () =>
    visit("steps", async (page) => {
      const state = () =>
        page.locator(".replay").evaluate((replay) =>
          [...replay.querySelectorAll(".replay-lanes input, .replay-lanes li, .replay-shown")].map(
            (element) => {
              const { display, color, backgroundColor } = getComputedStyle(element);
              return [display, color, backgroundColor].join();
            },
          ),
        );
      let before = await state();
      for (const line of await lines(page).all()) {
        await line.check();
        const after = await state();
        expect(after).not.toEqual(before);
        before = after;
      }
    }));

  test("has one lane where there is nothing to do, and none where nothing is seen", async () => {
    await visit("event", async (page) => {
      expect(await page.locator(".replay-lane").count()).toBe(1);
      expect(await page.locator(".replay-versions").count()).toBe(0);
    });
    await visit("unseen", async (page) => expect(await page.locator("#replay").count()).toBe(0));
  });

  test("tells each version its own remedy, where the article does", () =>
    visit("versions", async (page) => {
      const remedy = page.locator(".replay-lane").last();
      expect(await remedy.innerText()).toContain("Lower the cart.");
      expect(await remedy.innerText()).not.toContain("Raise the gate.");
      await page.getByLabel("Contoso Gate Pro, version 2.0").check();
      expect(await remedy.innerText()).toContain("Raise the gate.");
      expect(await remedy.innerText()).not.toContain("Lower the cart.");
    }));

  test("says where the article says more than is shown", () =>
    visit("long", async (page) => {
      const more = page.locator(".replay-more a");
      expect(await more.getAttribute("href")).toBe("#resolution");
    }));

  test("is printed whole, in two columns of lines without buttons", () =>
    visit("messages", async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".replay-shown:visible").count()).toBe(2);
      expect(await page.locator(".replay-again:visible").count()).toBe(0);
    }));

  for (const colorScheme of ["light", "dark"] as const)
    test(`has nothing that axe finds wrong, ${colorScheme}`, () =>
      visit(
        "versions",
        async (page) => {
          expect(await axeViolations(page)).toEqual([]);
          await lines(page).first().check();
          expect(await axeViolations(page)).toEqual([]);
        },
        { colorScheme },
      ));

  test("fits a phone", () =>
    visit(
      "messages",
      async (page) => {
        await lines(page).last().check();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBe(320);
      },
      { viewport: { width: 320, height: 640 } },
    ));
});

describe("what a replay costs", () => {
  test("no script: its page has those of a page without one", async () => {
    const scripts = (text: string) => text.match(/<script[^>]*>/g) ?? [];
    const [with_, without] = [await html("long"), await html("unseen")];
    expect(scripts(with_)).toEqual(scripts(without));
    expect(with_).not.toMatch(/ style="|<style/);
  });

  test("2 KB of its page at most, and its style sheet on no other page", async () => {
    const page = await html("long");
    const [replay = ""] = /<section id="replay"[^]*?<\/form>\s*<\/section>/.exec(page) ?? [];
    expect(replay).not.toBe("");
    const added = gzipSync(page).length - gzipSync(page.replace(replay, "")).length;
    expect(added).toBeLessThan(2048);
    const [, sheet = ""] = /<link rel="stylesheet" href="\/([^"]+)"/.exec(replay) ?? [];
    expect(gzipSync(await readFile(join(out, sheet))).length).toBeLessThan(2048);
    expect(await html("unseen")).not.toContain(sheet);
  });
});

describe("the archive's replays", () => {
  test("are listed and counted apart from simulators", async () => {
    const list = await readFile(join(out, "replays/index.html"), "utf8");
    expect(list.match(/class="articles-title"/g)).toHaveLength(6);
    expect(await readFile(join(out, "simulators/index.html"), "utf8")).not.toContain("R900001");
    expect(await readFile(join(out, "index.html"), "utf8")).toContain("6 articles");
  });

  test("are found as such by search, and add nothing to its text", async () => {
    const page = readPage(Buffer.from(await html("messages")));
    expect(page?.trial).toBe("replay");
    expect(page?.blocks.filter(({ text }) => text.includes("you may receive"))).toHaveLength(1);
  });
});
