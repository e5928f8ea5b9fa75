import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { launchChromium } from "./support/chromium.ts";
import { buildSite, serveStatic, type StaticHost } from "./support/site.ts";
import { writeSearchArchive } from "./search/articles.ts";

const CONTENT = fileURLToPath(new URL(".tmp/search-content", import.meta.url));

let browser: Browser;
let host: StaticHost;
let page: Page;
/** What scripts threw, and what the page's policy refused. */
let problems: string[];

beforeAll(async () => {
  await writeSearchArchive(CONTENT);
  host = await serveStatic(await buildSite("search", { content: CONTENT }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

/** Opens a page in a fresh browser context; whatever the page's policy refuses or its scripts throw fails the test. */
async function open(path: string, options: BrowserContextOptions = {}, from = host): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  page = await context.newPage();
  problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) problems.push(message.text());
  });
  await page.goto(from.url + path);
  return page;
}

/** Ids of the results on the search page, in rank order. */
async function results(): Promise<string[]> {
  await page.locator("#search-status:not(:empty)").waitFor();
  return page.locator("#search-results .result-title .result-number").allTextContents();
}

async function ask(text: string): Promise<string[]> {
  await open(`search/?${new URLSearchParams({ q: text })}`);
  return results();
}

describe("what is asked leads to the article", () => {
  test.each([
    ["its number", "Q298836"],
    ["its number without the letter", "298836"],
    ["its number as later years wrote it", "kb298836"],
    ["the same, apart", "KB 298836"],
    ["its address of the 1990s", "articles/q298/8/36.asp"],
    ["an exact error text", "EcQueryRows() call failed with error Unspecified error."],
    [
      "the same with one's own names in it",
      "Logon attempt by CONTOSO\\anna from 10.3.9.7 to contoso/anna has failed: EcQueryRows()",
    ],
    ["an event's number", "13005"],
    ["a number with its separator", "65,535"],
    ["the number without", "65535"],
    ["the symptom", "pop3 client times out"],
  ])("%s: %s", async (_, text) => {
    expect((await ask(text))[0]).toBe("Q298836");
  });

  test.each([
    ["0x8013B5E6", "R900003"],
    ["0x800cccdd", "R900003"],
    ["mapi32.dll", "R900002"],
    ["MailboxOpenEx", "R900002"],
    ["+OK", "R900002"],
    ["C#", "R900004"],
    ["HKEY_LOCAL_MACHINE\\Software\\Sample\\Retries", "R900003"],
    ["network adapter", "R900003"],
    ["event 40", "R900005"],
    ["version 4.0", "R900006"],
    [".NET", "R900006"],
    ["zurich", "R900006"],
    ["http://support.example/?kbid=298836", "Q298836"],
  ])("%s", async (text, id) => {
    expect((await ask(text))[0]).toBe(id);
  });
});

describe("one question of each kind", () => {
  test.each([
    ["a symptom in other words", "print queue dies once a driver is taken off", "R900001"],
    ["an error text", "the instruction at referenced memory at", "R900001"],
    ["a code", "-2146191898", "R900003"],
    ["a task", "get at my mail from the command line", "R900002"],
    ["a product and version", "Exchange Server 5.5 SP4 POP3", "Q298836"],
    ["the name of a function", "MailboxOpenEx(", "R900002"],
    ["a misspelling", "spoolre driver", "R900001"],
    ["the number of an article", "(see Q298836)", "Q298836"],
    [
      "a ticket",
      "anna, 8:02, PC-17: The instruction at 0x77F51234 referenced memory at 0x00000014. Driver of \\\\PRN01\\floor2",
      "R900001",
    ],
  ])("%s: %s", async (_, text, id) => {
    expect((await ask(text))[0]).toBe(id);
  });
});

test("the only links to articles inside main are the results, in rank order", async () => {
  const ids = await ask("mailbox");
  const links = await page
    .locator('main a[href*="/kb/"]')
    .evaluateAll((all) =>
      all.map((link) => /[A-Z]+\d+/.exec(link.getAttribute("href") ?? "")?.[0]),
    );
  expect([...new Set(links)]).toEqual(ids);
  expect(ids).toContain("R900004");
});

test("a result says why: marks, section, product, type, date, simulator", async () => {
  await ask("65,535 messages");
  const result = page.locator("#search-results li").first();
  expect(await result.locator("mark").allTextContents()).toContain("65,535 messages,");
  expect(await result.locator(".result-facts").textContent()).toBe(
    "Microsoft Exchange · Problem · 16 August 2002 · simulator",
  );
  await result.locator(".result-section a").click();
  expect(page.url()).toBe(`${host.url}kb/298/Q298836/#symptoms`);
  expect(await page.locator("#symptoms").isVisible()).toBe(true);
});

test("an article that only its number answers for is shown from its beginning, in no section", async () => {
  await ask("298836");
  const result = page.locator("#search-results li").first();
  expect(await result.locator("mark").count()).toBe(0);
  expect(await result.locator(".result-section").count()).toBe(0);
});

test("what looks like markup in an article is shown as text", async () => {
  await ask("flickers badly");
  expect(await page.locator("#search-results .result-excerpt").first().textContent()).toContain(
    "& flickers <badly>",
  );
});

test("nothing found: said, with the lists to go through", async () => {
  expect(await ask("qqxxyyzz")).toEqual([]);
  expect(await page.locator("#search-status").textContent()).toBe("Nothing found for “qqxxyyzz”.");
  expect(await page.locator("#search-help a", { hasText: "Products" }).isVisible()).toBe(true);
});

test("nothing found: words that are spelt nearly alike are offered", async () => {
  expect(await ask("spxxler")).toEqual([]);
  await page.locator("#search-help a", { hasText: "spooler" }).click();
  await expect.poll(results).toEqual(["R900001"]);
  await page.goBack();
  await expect.poll(results).toEqual([]);
});

test("nothing left by a filter: it can be taken off", async () => {
  await open("search/?q=spooler&year=1900");
  expect(await results()).toEqual([]);
  await page.getByRole("button", { name: "Search without the filters" }).click();
  await expect.poll(results).toEqual(["R900001"]);
  expect(new URL(page.url()).search).toBe("?q=spooler");
});

test("a number that no article has: said, not guessed", async () => {
  expect(await ask("Q298837")).toEqual([]);
  expect(await page.locator("#search-status").textContent()).toBe(
    "No article here has the number 298837.",
  );
});

test("results as one types, the query in the address, Back brings the former one", async () => {
  await open("search/");
  const field = page.getByLabel("Error text, symptom or article number");
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type("spooler");
  await expect.poll(results).toEqual(["R900001"]);
  await page.keyboard.press("Enter");
  await field.fill("mailbox");
  await expect.poll(results).toContain("R900002");
  expect(new URL(page.url()).search).toBe("?q=mailbox");
  await page.goBack();
  expect(await field.inputValue()).toBe("spooler");
  await expect.poll(results).toEqual(["R900001"]);
  await page.goBack();
  expect(await field.inputValue()).toBe("");
  await page.goForward();
  await expect.poll(results).toEqual(["R900001"]);
});

test("a word that is being typed is not called a mistake, and what was found stays meanwhile", async () => {
  await ask("painted");
  const field = page.locator("#search-field");
  await page.evaluate(() => {
    const list = document.getElementById("search-results");
    const watch = (): void => {
      if (list?.children.length === 0) document.body.dataset["emptied"] = "yes";
    };
    if (list) new MutationObserver(watch).observe(list, { childList: true });
  });
  await field.focus();
  await field.press("End");
  for (const [letters, found] of [
    [" twi", 14],
    // One more article says it in other words.
    ["ce", 15],
  ] as const) {
    await page.keyboard.type(letters, { delay: 40 });
    await expect.poll(() => page.locator("#search-status").textContent()).toContain(`${found}`);
    expect(await page.locator("#search-correction").textContent()).toBe("");
  }
  expect(await page.evaluate(() => document.body.dataset["emptied"])).toBeUndefined();
});

test("Back from an article brings the results again", async () => {
  await ask("mailbox");
  await page.locator("#search-results .result-title").first().click();
  await page.locator("main#article").waitFor();
  await page.goBack();
  expect(await results()).toContain("R900002");
});

test("filters have counts, narrow the results, stand in the address and go with Back", async () => {
  await ask("widget painted");
  await page.locator("#search-filters summary").click();
  const product = page.getByLabel("Product");
  await product.locator("option", { hasText: "Sample Gadgets (7)" }).waitFor({ state: "attached" });
  await product.selectOption("Sample Gadgets");
  await expect.poll(() => page.locator("#search-status").textContent()).toBe("7 articles found.");
  expect(new URL(page.url()).searchParams.get("product")).toBe("Sample Gadgets");
  await page.goBack();
  await expect
    .poll(() => page.locator("#search-status").textContent())
    .toBe("14 articles, the best 10 shown.");
  expect(await product.inputValue()).toBe("");
  await page.goForward();
  await expect.poll(() => page.locator("#search-status").textContent()).toBe("7 articles found.");
});

test("what can be tried is a filter, too, with counts", async () => {
  await ask("message");
  await page.locator("#search-filters summary").click();
  const trial = page.getByLabel("To try");
  await trial.locator("option", { hasText: "a replay (" }).waitFor({ state: "attached" });
  for (const [value, facts] of [
    ["replay", /· replay$/],
    ["simulator", /· simulator$/],
  ] as const) {
    const option = await trial.locator(`option[value="${value}"]`).textContent();
    await trial.selectOption(value);
    await page.waitForURL(`**trial=${value}*`);
    const shown = page.locator("#search-results .result-facts");
    const count = Number(/\((\d+)\)/.exec(option ?? "")?.[1]);
    const fitting = async () =>
      (await shown.allTextContents()).map((text) => facts.exec(text)?.[0] ?? text);
    await expect.poll(fitting).toEqual(Array<string>(count).fill(`· ${value}`));
  }
});

test("sorted by date, the newest comes first", async () => {
  await ask("widget painted");
  await page.locator("#search-filters summary").click();
  await page.getByLabel("Sort by").selectOption("date");
  await expect.poll(async () => (await results())[0]).toBe("R900109");
  await page.reload();
  expect((await results())[0]).toBe("R900109");
});

test("more can be shown, and the focus goes to the first of them", async () => {
  expect(await ask("widget painted")).toHaveLength(10);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect.poll(results).toHaveLength(14);
  const place = () =>
    page.evaluate(() => document.activeElement?.closest("li")?.matches(":nth-child(11)"));
  await expect.poll(place).toBe(true);
});

test("the arrow keys go from the field through the results and back", async () => {
  await ask("mailbox");
  await page.locator("#search-field").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe(
    await page.locator("#search-results .result-title").nth(1).textContent(),
  );
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-field");
});

describe("the dialog, by keyboard alone", () => {
  test("Ctrl+K opens it, arrows choose, Enter goes there; nothing is loaded before", async () => {
    host.requests.length = 0;
    await open("kb/298/Q298836/");
    await page.waitForLoadState("networkidle");
    expect(host.requests.filter((path) => /pagefind|worker|dialog/.test(path))).toEqual([]);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("spooler driver");
    const field = page.getByRole("combobox", { name: "Words, an error text" });
    await page.getByRole("option").first().waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    expect(await page.locator("#search-dialog-status").textContent()).toBe("1 article found.");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    await page.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/kb/900/R900001/*");
  });

  test("Enter with nothing chosen leads to the search page", async () => {
    await open("");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("mailbox");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=mailbox");
    expect(await results()).toContain("R900002");
  });

  test("Escape closes it and gives the focus back", async () => {
    await open("");
    await page.locator("#search-open").focus();
    await page.keyboard.press("Enter");
    await page.locator("#search-dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#search-dialog:not([open])").waitFor({ state: "attached" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-open");
  });

  test("/ opens it, but not out of a field, and can be switched off for good", async () => {
    await open("kb/298/Q298836/");
    const isOpen = async () => (await page.locator("#search-dialog[open]").count()) > 0;
    await page.keyboard.press("/");
    expect(await isOpen()).toBe(true);
    await page.keyboard.press("/");
    expect(await page.locator("#search-dialog-field").inputValue()).toBe("/");
    await page.getByLabel("open with /").uncheck();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.keyboard.press("/");
    expect(await isOpen()).toBe(false);
    await page.keyboard.press("Control+k");
    expect(await isOpen()).toBe(true);
  });
});

test("without JavaScript the box leads to the search page, which offers the lists", async () => {
  await open("", { javaScriptEnabled: false });
  await page.getByLabel("Error text, symptom or article number").fill("mailbox");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=mailbox");
  expect(
    await page
      .locator("main noscript a, main a:visible", { hasText: "Products" })
      .first()
      .isVisible(),
  ).toBe(true);
});

test("under a base path everything is found there", async () => {
  const folder = await buildSite("search-base", { content: CONTENT, base: "/support/kb/" });
  const based = await serveStatic(folder, "/support/kb/");
  try {
    await open("search/?q=spooler", {}, based);
    expect(await results()).toEqual(["R900001"]);
    await page.locator("#search-results .result-title").click();
    await page.waitForURL(`${based.url}kb/900/R900001/`, { waitUntil: "load" });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("13005");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${based.url}kb/298/Q298836/**`);
  } finally {
    await page.context().close();
    await based.close();
    await rm(join(folder), { recursive: true });
  }
});

test.each(["light", "dark"] as const)(
  "axe finds nothing on the search page and dialog, %s",
  async (colorScheme) => {
    await open("search/?q=mailbox&sort=date", { colorScheme });
    await results();
    expect(await axeViolations(page)).toEqual([]);
    await open("", { colorScheme });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("mailbox");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await axeViolations(page)).toEqual([]);
  },
);

test("at 320 pixels nothing is wider than the screen", async () => {
  await open("search/?q=mailbox&sort=date", { viewport: { width: 320, height: 640 } });
  await results();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);
  await open("", { viewport: { width: 320, height: 640 } });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("mailbox");
  await page.getByRole("option").first().waitFor();
  const dialog = await page.locator("#search-dialog").boundingBox();
  expect(dialog?.width).toBeLessThanOrEqual(320);
});

test("a mistyped word is taken for the one meant, which is said and can be undone", async () => {
  expect((await ask("spoolre driver removed"))[0]).toBe("R900001");
  await ask("painted twcie");
  const said = page.locator("#search-correction");
  expect(await said.textContent()).toContain("Searched for “twice” for “twcie”.");
  await page.getByRole("button", { name: "Search for exactly what I typed" }).click();
  await expect.poll(() => said.textContent()).toBe("");
  expect(new URL(page.url()).searchParams.get("literal")).toBe("yes");
  await page.goBack();
  await expect.poll(() => said.textContent()).toContain("“twice”");
});
