/**
 * `node bench/search/browser.ts SITE`: asks the questions of `questions.json`, and some that are meant to be hard, in Chromium on the
 * search page of a built site, and prints how long the answers took, from asking to the list that is shown.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { launchChromium } from "../../tests/support/chromium.ts";
import { serveStatic } from "../../tests/support/site.ts";
import { median } from "../median.ts";

/** A message box with its title, text, buttons and details, as one pastes it: forty words. */
const MESSAGE_BOX =
  "Application Error - The instruction at 0x77f83aed referenced memory at 0x00000014. The memory could not be read. Click on OK to terminate " +
  "the program. Click on CANCEL to debug the program. The system process terminated unexpectedly, restart Windows and try to open the file again";

const HARD = [
  "the",
  "windows",
  "error",
  "microsoft windows nt server 4.0 service pack",
  MESSAGE_BOX,
];

const [site] = process.argv.slice(2);
if (site === undefined) {
  console.error("usage: node bench/search/browser.ts SITE (the folder of a built site)");
  process.exit(2);
}
const host = await serveStatic(site);
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  await page.goto(`${host.url}search/`);
  const texts = await questions();
  const [first = 0, ...later] = await timesOf(page, texts);
  console.log(`first question: ${first.toFixed(0)} ms, with everything that it loads`);
  const worst = Math.max(...later);
  console.log(
    `${later.length} later ones: median ${median(later).toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
  );
  const hard = await timesOf(page, HARD);
  for (const [at, text] of HARD.entries())
    console.log(`${(hard[at] ?? 0).toFixed(0)} ms: ${text.slice(0, 60)}`);
} finally {
  await browser.close();
  await host.close();
}

async function questions(): Promise<string[]> {
  const text = await readFile(new URL("questions.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { query: string }[]).map(({ query }) => query);
}

async function timesOf(page: Page, texts: readonly string[]): Promise<number[]> {
  const times = [];
  for (const text of texts) times.push(await page.evaluate(ask, text));
  return times;
}

/** Runs in the page: the list is busy until it shows the answer. */
function ask(text: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>("#search-field");
  const results = document.querySelector("#search-results");
  if (!field?.form || !results) throw new Error("this is no search page");
  const start = performance.now();
  field.value = text;
  field.form.requestSubmit();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (results.hasAttribute("aria-busy")) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(results, { attributes: true, attributeFilter: ["aria-busy"] });
  });
}
