/** Each article of our own with a simulator, as a reader without a mouse meets it: at both widths, in both themes. */

import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { launchChromium } from "./support/chromium.ts";
import { buildSite, serveStatic, type StaticHost } from "./support/site.ts";

const ARTICLES = [
  "kb/298/Q298836",
  ...readdirSync("content/kb/100")
    .sort()
    .map((id) => `kb/100/${id}`),
];

let out: string;
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  out = await buildSite("archetypes");
  host = await serveStatic(out);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

interface Pressed {
  /** Labels of the buttons that the demonstration presses, in order. */
  readonly demonstration: string[];
  readonly remedies: string[];
}

async function pressedIn(article: string): Promise<Pressed> {
  const scenario = JSON.parse(await readFile(join(out, article, "simulator.json"), "utf8")) as {
    buttons: { label: string; input: unknown }[];
    demonstration: { inputs: unknown[] };
    remedies: { id: string }[];
  };
  const labelOf = (input: unknown) =>
    scenario.buttons.find((button) => JSON.stringify(button.input) === JSON.stringify(input))
      ?.label ?? "a button for each input of the demonstration";
  return {
    demonstration: scenario.demonstration.inputs.map(labelOf),
    remedies: scenario.remedies.map(({ id }) => id),
  };
}

interface Focus {
  /** What has it, as tag, class and words. */
  readonly on: string;
  readonly isButton: boolean;
  readonly isOutlined: boolean;
  readonly isInView: boolean;
}

function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const node = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    const { top, bottom, left, right } = node.getBoundingClientRect();
    return {
      on: `${node.tagName}.${node.className} “${node.textContent.trim()}”`,
      isButton: node.matches("kb-simulator button"),
      isOutlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
      isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    };
  });
}

/** Goes on with Tab until `isThere`, and holds each stop on the way to showing that it has the focus. */
async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    const { on, isOutlined, isInView } = await focusOf(page);
    if (presses > 0)
      expect({ on, isOutlined, isInView }).toEqual({ on, isOutlined: true, isInView: true });
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never came there.");
}

/** From the top of the page, or of the instrument where it was reached before, to the button, and presses it. */
async function press(page: Page, label: string): Promise<void> {
  const button = page.locator(".sim-actions").getByRole("button", { name: label, exact: true });
  await tabUntil(page, () => button.evaluate((node) => node === document.activeElement));
  await page.keyboard.press("Enter");
}

/** Back over the stops, so that a button before the present one is reached too. */
async function backToFirstButton(page: Page): Promise<void> {
  const main = page.locator(".sim-main");
  for (let presses = 0; presses < 60; presses++) {
    if (await main.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Shift+Tab");
  }
  throw new Error("Shift+Tab never came to the main button.");
}

async function fail(page: Page, { demonstration }: Pressed): Promise<void> {
  for (const [i, label] of demonstration.entries()) {
    if (i > 0) await backToFirstButton(page);
    await press(page, label);
  }
}

async function chooseRemedy(page: Page, remedy: string): Promise<void> {
  await tabUntil(page, () =>
    page.evaluate(() => document.activeElement?.matches('input[name="sim-remedy"]') ?? false),
  );
  for (let presses = 0; presses < 9; presses++) {
    if (await page.locator(`input[value="${remedy}"]`).isChecked()) break;
    await page.keyboard.press("ArrowDown");
  }
  await tabUntil(page, async () => (await focusOf(page)).isButton);
  await page.keyboard.press("Enter");
}

/** Names of what is wider than the window, or whose words are cut off. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("kb-simulator *")]
      .filter((node) => node.closest("svg, .sim-unseen") === null)
      .filter(
        (node) =>
          node.getBoundingClientRect().right > innerWidth + 0.5 ||
          (getComputedStyle(node).overflowX !== "visible" &&
            node.scrollWidth > node.clientWidth + 1),
      )
      .map((node) => node.className),
  );
}

const kicker = (page: Page) => page.locator(".sim-kicker").innerText();
const FAILURE = /Fails|No answer|Wrong result|By design/;

describe.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 320 },
] as const)("by keyboard alone, $colorScheme, $width px wide", ({ colorScheme, width }) => {
  test.each(ARTICLES)("%s fails, and each remedy leads out of it", async (article) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 700 } });
    try {
      const page = await context.newPage();
      await page.goto(`${host.url}${article}/`);
      const pressed = await pressedIn(article);
      // The first Tab on the page is enough for the instrument to be there when the focus comes.
      await page.keyboard.press("Tab");
      await page.waitForSelector(".sim-main:enabled");
      await fail(page, pressed);
      expect(await kicker(page)).toMatch(FAILURE);
      expect(await tooWide(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      for (const remedy of pressed.remedies) {
        await chooseRemedy(page, remedy);
        expect(await kicker(page)).toContain("Works");
        expect(await page.locator(".sim-remedies .sim-result").innerText()).toBe("Works");
        await backToFirstButton(page);
      }
      expect(await tooWide(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
