import { execFile } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { launchChromium } from "./support/chromium.ts";
import { buildSite, serveStatic, type StaticHost } from "./support/site.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = join(ROOT, "tests/.tmp/simulator-content");
const BASE = "/deep/base/";
const ARTICLE = "kb/298/Q298836/";
const ALONE = "kb/298/Q298836/simulator/";
/** A simulator of a failure that has no limit. */
const LIMITLESS = "kb/100/R100012/";
/** One that has a limit, a prediction and a path on a ruler. */
const DRAWN = "kb/100/R100010/";
const WITHOUT = "kb/100/F100001/";

let out: string;
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  await rm(CONTENT, { recursive: true, force: true });
  await cp(join(ROOT, "tests/fixtures/site"), CONTENT, { recursive: true });
  for (const article of [ARTICLE, LIMITLESS, DRAWN])
    await cp(join(ROOT, "content", article), join(CONTENT, article), { recursive: true });
  out = await buildSite("simulator", { content: CONTENT, base: BASE });
  host = await serveStatic(out, BASE);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** What went wrong on a page: errors, and what the policy forbade. */
const troubles: string[] = [];

async function visit<T>(
  path: string,
  run: (page: Page, context: BrowserContext) => Promise<T>,
  options: ContextOptions = {},
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
    await page.goto(path.startsWith("http") ? path : host.url + path);
    return await run(page, context);
  } finally {
    await context.close();
  }
}

/** The article's page with the instrument in view and alive. */
function live<T>(
  run: (page: Page, context: BrowserContext) => Promise<T>,
  { path = ARTICLE, ...options }: ContextOptions & { path?: string } = {},
): Promise<T> {
  return visit(
    path,
    async (page, context) => {
      await page.locator("kb-simulator").scrollIntoViewIfNeeded();
      await page.waitForSelector(".sim-main:enabled");
      return run(page, context);
    },
    options,
  );
}

/** Goes on with the Tab key until the element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${selector}`);
}

/** What the demonstration shows in `kb simulate`, in order: labels of steps and texts of effects. */
async function stepsOf(command: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [...command, "--format", "json"], {
    cwd: ROOT,
  });
  const { steps } = JSON.parse(stdout) as {
    steps: { input: unknown; label: string; effects: { kind: string; text?: string }[] }[];
  };
  return steps
    .filter(({ input }) => input !== null)
    .flatMap(({ label, effects }) => [
      label,
      ...effects.flatMap(({ kind, text }) => (kind === "elided" || !text ? [] : [text])),
    ]);
}

/** From the instrument's first control on. */
async function fromTheTop(page: Page): Promise<void> {
  await page.locator("kb-simulator select").first().focus();
}

async function failByKeyboard(page: Page): Promise<void> {
  await fromTheTop(page);
  await tabTo(page, ".sim-main");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

const sentence = (page: Page) => page.locator(".sim-sentence").innerText();
const kicker = (page: Page) => page.locator(".sim-kicker").innerText();
const status = (page: Page) => page.locator('kb-simulator [role="status"]').innerText();

describe("the instrument by keyboard alone", () => {
  test("opens healthy at the limit; one press and one session later it fails", () =>
    live(async (page) => {
      const slider = page.getByRole("slider", { name: "Mailbox" });
      expect(await slider.getAttribute("aria-valuetext")).toBe("65,535 messages, at the limit");
      await failByKeyboard(page);
      expect(await slider.getAttribute("aria-valuetext")).toBe("65,536 messages, 1 over the limit");
      expect(await kicker(page)).toContain("Fails after 1 session");
      expect(await sentence(page)).toContain("65,536 messages");
      const log = page.getByRole("log", { name: "Terminal" });
      expect(await log.innerText()).toContain("-ERR Unspecified error");
      expect(await page.locator(".sim-teaches").isVisible()).toBe(true);
      expect(await status(page)).toContain("After 1 session");
    }));

  test("gains event 13005, word for word and in the article's order", () =>
    live(async (page) => {
      const table = page.locator(".sim-events table");
      expect(await table.innerText()).toContain("No records yet.");
      await failByKeyboard(page);
      const cells = await table.locator("td[data-label]").allInnerTexts();
      expect(cells.map((cell) => cell.trim())).toEqual([
        "13005",
        "MSExchange Pop3 Interface",
        "Authentication",
        "Error",
        "after 1 session",
      ]);
      expect((await table.innerText()).replace(/\s+/g, " ")).toContain(
        "Logon attempt by DOMAIN\\user from 127.0.0.1 to domain/mailbox has failed: " +
          "EcQueryRows() call failed with error Unspecified error.",
      );
    }));

  test.each([
    ["mapi", "thisRun"],
    ["agent", "start"],
    ["ex2000", "thisRun"],
  ])("leads out of the failure by the remedy %s", (remedy) =>
    live(async (page) => {
      await failByKeyboard(page);
      await tabTo(page, 'input[name="sim-remedy"]');
      while (!(await page.locator(`input[value="${remedy}"]`).isChecked()))
        await page.keyboard.press("ArrowDown");
      await tabTo(page, ".sim-remedies button");
      await page.keyboard.press("Enter");
      expect(await kicker(page)).toContain("Works");
      await fromTheTop(page);
      await tabTo(page, ".sim-tools button");
      await page.keyboard.press("Enter");
      expect(await kicker(page)).toContain("Fails");
    }),
  );

  test("moves the slider by one, by a thousand, and to the ends", () =>
    live(async (page) => {
      await page.getByRole("slider").focus();
      const after = async (key: string) => {
        await page.keyboard.press(key);
        return page.getByRole("slider").inputValue();
      };
      expect(await after("ArrowRight")).toBe("65536");
      expect(await after("PageUp")).toBe("66536");
      expect(await after("PageDown")).toBe("65536");
      expect(await after("ArrowLeft")).toBe("65535");
      expect(await after("End")).toBe("200000");
      expect(await after("PageUp")).toBe("200000");
      expect(await after("Home")).toBe("0");
      await page.getByRole("button", { name: "Step back" }).press("Enter");
      expect(await page.getByRole("slider").inputValue()).toBe("65535");
    }));

  test("is a terminal to type into, which keeps no password", () =>
    live(async (page) => {
      const line = page.getByLabel("Type a line to the server");
      const log = page.getByRole("log");
      for (const text of ["telnet <server> 110", "user me", "pass hunter2", "list", "retr 1"]) {
        await line.fill(text);
        await line.press("Enter");
        expect(await line.inputValue()).toBe("");
        expect(await line.evaluate((input) => input === document.activeElement)).toBe(true);
      }
      const said = await log.innerText();
      expect(said).toContain("pass <password>");
      expect(said).toContain("and 65,530 more");
      await page.waitForFunction(() => location.hash.includes("retr"));
      expect(await page.content()).not.toContain("hunter2");
      expect(page.url()).not.toContain("hunter2");
    }));

  test("presses on the window's scale set the value under them", () =>
    live(async (page) => {
      const scale = page.locator(".sim-hit");
      const { width = 0 } = (await scale.boundingBox()) ?? {};
      await scale.click({ position: { x: width / 2 + (3 * width * 0.64) / 17, y: 20 } });
      expect(await page.getByRole("slider").inputValue()).toBe("65538");
    }));
});

describe("the register", () => {
  test("fills sixteen cells at 65,535 and needs a seventeenth at 65,536", () =>
    live(async (page) => {
      const bits = async (cells: string) =>
        (await page.locator(`${cells} .sim-cell`).allInnerTexts()).join("");
      expect([await bits(".sim-outside"), await bits(".sim-cells")]).toEqual(["0", "1".repeat(16)]);
      await page.locator(".sim-main").press("Enter");
      expect([await bits(".sim-outside"), await bits(".sim-cells")]).toEqual(["1", "0".repeat(16)]);
      expect(await page.getByRole("img", { name: /65,536 is 0x1 0000/ }).count()).toBe(1);
    }));
});

describe("the address", () => {
  test("holds the state, and Back leaves the page", () =>
    live(async (page, context) => {
      const length = await page.evaluate(() => history.length);
      await failByKeyboard(page);
      await page.waitForFunction(() => location.hash.startsWith("#run="));
      expect(await page.evaluate(() => history.length)).toBe(length);
      const other = await context.newPage();
      await other.goto(page.url());
      await other.waitForSelector(".sim-main:enabled");
      for (const part of [".sim-gauge", ".sim-outcome", ".sim-log", ".sim-events", ".sim-lanes"])
        expect(await other.locator(part).innerText()).toBe(await page.locator(part).innerText());
      expect(await other.locator(".sim-main").isVisible()).toBe(true);
    }));

  test("made with another scenario is told kindly, and the instrument opens fresh", () =>
    live(
      async (page) => {
        expect(await page.locator(".sim-notice").innerText()).toContain("earlier version");
        expect(await page.getByRole("slider").inputValue()).toBe("65535");
      },
      { path: `${ARTICLE}#run=000000000000~~~deliver.1~session` },
    ));

  test("goes from the page again with Reset", () =>
    live(async (page) => {
      await failByKeyboard(page);
      await page.waitForFunction(() => location.hash.startsWith("#run="));
      await page.getByRole("button", { name: "Reset" }).press("Enter");
      await page.waitForFunction(() => location.hash === "");
      expect(await page.locator(".sim-sentence").innerText()).toBe("Nothing has failed yet.");
    }));

  test("is copied as a link and as a frame, both with the present state", () =>
    live(
      async (page) => {
        await failByKeyboard(page);
        const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
        await page.locator(".sim-tools").getByText("Copy link").press("Enter");
        await page.waitForSelector("text=Link copied.");
        expect(await clipboard()).toMatch(/\/kb\/298\/Q298836\/#run=[0-9a-f]{12}~/);
        await page.getByRole("button", { name: "Embed" }).press("Enter");
        await page.waitForSelector("text=HTML for embedding copied.");
        expect(await clipboard()).toMatch(
          /^<iframe src="http[^"]+\/kb\/298\/Q298836\/simulator\/#run=[^"]+" title="[^"]+"/,
        );
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));
});

describe("the page around it", () => {
  test("has all nodes still in place when the instrument comes to life", () =>
    visit(ARTICLE, async (page) => {
      const count = await page.evaluate(() => {
        const nodes = [...document.querySelectorAll("kb-simulator *")];
        Object.assign(window, { nodes });
        return nodes.length;
      });
      await page.locator("kb-simulator").scrollIntoViewIfNeeded();
      await page.waitForSelector(".sim-main:enabled");
      const kept = await page.evaluate(() => {
        const { nodes } = window as unknown as { nodes: Element[] };
        const now = [...document.querySelectorAll("kb-simulator *")];
        return { same: nodes.every((node, i) => node === now[i]), count: now.length };
      });
      expect(kept).toEqual({ same: true, count });
    }));

  test("loads nothing of it before it comes near", () =>
    visit(ARTICLE, async (page) => {
      await page.waitForLoadState("networkidle");
      const before = host.requests.length;
      expect(await page.locator(".sim-main:enabled").count()).toBe(0);
      await page.locator("kb-simulator").scrollIntoViewIfNeeded();
      await page.waitForSelector(".sim-main:enabled");
      expect(host.requests.slice(before).some((path) => path.endsWith("simulator.json"))).toBe(
        true,
      );
    }));

  test("fetches the device of another client when it is asked for", () =>
    live(async (page) => {
      const before = host.requests.length;
      await page.locator('select[name="client"]').selectOption("imap4");
      await page.getByRole("button", { name: "Run the article’s session" }).press("Enter");
      await page.waitForSelector('.sim-log :text("LOGOUT completed.")');
      expect(await kicker(page)).toContain("Works after 1 session");
      const fetched = host.requests.slice(before).filter((path) => path.endsWith(".js"));
      expect(fetched.map((path) => path.replace(/.*\/|\..*/g, ""))).toEqual(["imap4"]);
    }));

  test("is led to from a line's glyph: the very words are marked", () =>
    live(async (page) => {
      await failByKeyboard(page);
      await page.locator(".sim-log a", { hasText: "●" }).last().click();
      await page.waitForFunction(() => location.hash === "#more-information");
      const marked = await page.waitForFunction(() =>
        [...(CSS.highlights.get("sim-quoted") ?? [])]
          .map((range) => (range instanceof Range ? range.toString() : ""))
          .join(""),
      );
      expect(await marked.jsonValue()).toBe("-ERR Unspecified error");
      const transcript = page.locator('[data-section="moreInformation"] pre');
      await page.waitForFunction(
        (node) => {
          const { top, bottom } = node?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
          return bottom > 0 && top < innerHeight;
        },
        await transcript.elementHandle(),
      );
      await page.goBack();
      expect(page.url()).toContain("#run=");
    }));

  test.each([ARTICLE, LIMITLESS, DRAWN])(
    "%s: the failing run is the same without JavaScript, with it, and in kb simulate",
    async (path) => {
      const lane = (page: Page) =>
        page
          .locator(".sim-lane-table tbody")
          .first()
          .evaluate((table) =>
            [...table.querySelectorAll("tr")]
              .map((row) => row.cells[0]?.textContent ?? "")
              .join("\n"),
          );
      const still = await visit(path, lane, { javaScriptEnabled: false });
      const alive = await live(lane, { path });
      expect(alive).toBe(still);
      const command = ["src/cli/kb.mjs", "simulate", path.split("/")[2] ?? ""];
      const demonstration = await stepsOf(command);
      let at = 0;
      for (const text of demonstration) {
        const found = still.indexOf(text, at);
        expect(found, `${text} in its place`).toBeGreaterThanOrEqual(at);
        at = found + text.length;
      }
      expect(demonstration.length).toBeGreaterThan(2);
    },
  );

  test("reads as both runs without JavaScript", () =>
    visit(
      ARTICLE,
      async (page) => {
        const text = await page.locator("kb-simulator").innerText();
        for (const words of [
          "-ERR Unspecified error",
          "Event ID: 13005",
          "here they part",
          "Works",
        ])
          expect(text).toContain(words);
        expect(await page.locator("kb-simulator :is(button, input, select):visible").count()).toBe(
          0,
        );
        const others = page.locator("kb-simulator noscript summary");
        expect(await others.count()).toBe(2);
        await others.first().click();
        expect(await page.locator("kb-simulator noscript table").first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    ));
});

describe("its weight", () => {
  const LIMIT = 30 * 1024;

  /** What a page fetches, once all of it was in view. */
  async function fetched(path: string): Promise<string[]> {
    return visit(path, async (page) => {
      const before = host.requests.length;
      await page.reload();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      await page.waitForLoadState("networkidle");
      return host.requests.slice(before).filter((name) => /\.(?:js|css|json)$/.test(name));
    });
  }

  test.each([ARTICLE, DRAWN])(
    "of %s is at most 30 KB compressed in all, and pages without a simulator carry none of it",
    async (path) => {
      const others = new Set([...(await fetched(WITHOUT)), ...(await fetched(""))]);
      const own = (await fetched(path)).filter((name) => !others.has(name));
      expect(own.some((name) => name.endsWith(".css"))).toBe(true);
      expect(own.filter((name) => name.endsWith(".js")).length).toBeGreaterThan(1);
      const sizes = await Promise.all(
        own.map(async (name) => gzipSync(await readFile(join(out, name)), { level: 9 }).length),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT);
    },
  );
});

describe("the instrument alone", () => {
  /** A page of another origin with the instrument in a frame; keeps the heights that it is told. */
  async function parentOf(frame: string): Promise<{ server: Server; url: string }> {
    const html = `<!doctype html><title>Another site</title><iframe title="it" width="700" height="400" src="${frame}"></iframe>
<script>addEventListener("message", ({ data }) => { window.told = data; });</script>`;
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html").end(html);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return { server, url: `http://127.0.0.1:${address.port}/` };
  }

  test("works in a frame of another origin, tells its height and stores nothing", async () => {
    const { server, url } = await parentOf(host.url + ALONE);
    try {
      await visit(url, async (page, context) => {
        const frame = page.frameLocator("iframe");
        await frame.locator(".sim-main:enabled").press("Enter");
        await frame.getByRole("button", { name: "Run the article’s session" }).press("Enter");
        expect(await frame.locator(".sim-kicker").innerText()).toContain("Fails");
        const told = await page.waitForFunction(() => (window as { told?: unknown }).told);
        expect(await told.jsonValue()).toMatchObject({
          type: "kb-simulator-height",
          id: "Q298836",
        });
        const { height } = (await told.jsonValue()) as { height: number };
        expect(height).toBeGreaterThan(1000);
        expect((await context.storageState()).origins).toEqual([]);
        expect(await context.cookies()).toEqual([]);
        expect(await frame.getByRole("button", { name: "Embed" }).count()).toBe(0);
        await frame.locator(".sim-source a").click();
        await page.waitForURL(host.url + ARTICLE);
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test("is for search engines the article", () =>
    visit(ALONE, async (page) => {
      const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
      expect(canonical).toMatch(/\/deep\/base\/kb\/298\/Q298836\/$/);
    }));
});

describe("the look", () => {
  test.each([
    ["light", ARTICLE],
    ["dark", ARTICLE],
    ["light", ALONE],
    ["dark", ALONE],
  ] as const)("gives axe nothing to report, %s, %s", (colorScheme, path) =>
    live(
      async (page) => {
        await failByKeyboard(page);
        await page.waitForFunction(() => location.hash.startsWith("#run="));
        expect(await axeViolations(page)).toEqual([]);
      },
      { colorScheme, path },
    ),
  );

  test.each([320, 375, 820, 1440])("fits %i pixels", (width) =>
    live(
      async (page) => {
        await failByKeyboard(page);
        const tooWide = await page.evaluate(() =>
          [...document.querySelectorAll("kb-simulator *")]
            .filter((node) => node.closest("svg, .sim-unseen, .sim-scroll") === null)
            .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
            .map((node) => node.className),
        );
        expect(tooWide).toEqual([]);
      },
      { viewport: { width, height: 800 } },
    ),
  );

  test("has the limit line unbroken from the gauge to the end of the lanes", () =>
    live(
      async (page) => {
        const pieces = await page.evaluate(() =>
          [".sim-measures", ".sim-bench", ".sim-lanes"].map((selector) => {
            const part = document.querySelector(selector);
            const box = part?.getBoundingClientRect();
            const line = part && getComputedStyle(part, "::before");
            return {
              top: box?.top,
              bottom: box?.bottom,
              left: line?.left,
              color: line?.borderLeftColor,
            };
          }),
        );
        for (const [i, piece] of pieces.entries()) {
          expect(piece.left).toBe(pieces[0]?.left);
          expect(piece.color).toBe("rgb(180, 49, 31)");
          if (i > 0) expect(piece.top).toBeCloseTo(pieces[i - 1]?.bottom ?? NaN, 0);
        }
      },
      { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    ));

  test.each([320, 1440])("has it through a path on a ruler too, %i px wide", (width) =>
    live(
      async (page) => {
        await page.locator(".sim-actions button").nth(2).click();
        await page.locator(".sim-main").click();
        const ruler = page.locator(".sim-limited");
        const [line, band, wide] = await ruler.evaluate((node) => {
          const { left, width } = node.getBoundingClientRect();
          const bars = [...node.querySelectorAll(".sim-beyond")].map(
            (bar) => bar.getBoundingClientRect().left,
          );
          return [bars[0], left + width / 2, document.documentElement.scrollWidth - innerWidth];
        });
        expect(line).toBeCloseTo(band ?? NaN, 0);
        expect(wide).toBeLessThanOrEqual(0);
        expect(await ruler.innerText()).toContain("▲ 279");
        expect(await axeViolations(page)).toEqual([]);
      },
      { path: DRAWN, viewport: { width, height: 900 } },
    ),
  );

  test("has no limit line where there is no limit", () =>
    live(
      async (page) => {
        const drawn = await page.evaluate(() =>
          [...document.querySelectorAll(".sim-root *")].filter((part) => {
            const line = getComputedStyle(part, "::before");
            const isLine = line.content !== "none" && line.display !== "none";
            return isLine && line.borderLeftColor === "rgb(180, 49, 31)";
          }),
        );
        expect(drawn).toEqual([]);
      },
      { path: LIMITLESS, viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    ));

  test("does not move under reduced motion", () =>
    live(
      async (page) => {
        const durations = await page.evaluate(() =>
          [...document.querySelectorAll("kb-simulator *")].map(
            (node) => getComputedStyle(node).transitionDuration,
          ),
        );
        expect(new Set(durations)).toEqual(new Set(["0s"]));
      },
      { reducedMotion: "reduce" },
    ));

  test("prints the lanes as a table of two columns", () =>
    live(async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 680, height: 900 });
      const table = page.locator(".sim-lane-table");
      expect(await table.evaluate((node) => getComputedStyle(node).display)).toBe("table");
      expect(await page.locator("kb-simulator button:visible").count()).toBe(0);
    }));
});

test("no page had an error, or anything that the policy forbids", () => {
  expect(troubles).toEqual([]);
});
