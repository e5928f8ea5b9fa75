import { cp, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { axeViolations } from "./support/axe.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { buildSite, serveStatic, type StaticHost } from "./support/site.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = join(ROOT, "tests/.tmp/site-content");
const BASE = "/deep/base/";
const FIXTURE = "kb/100/F100001/";
const XIMS = "kb/298/Q298836/";

let out: string;
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  await rm(CONTENT, { recursive: true, force: true });
  await cp(join(ROOT, "tests/fixtures/site"), CONTENT, { recursive: true });
  await cp(join(ROOT, "content/kb/298/Q298836"), join(CONTENT, XIMS), { recursive: true });
  out = await buildSite("site", { content: CONTENT, base: BASE });
  host = await serveStatic(out, BASE);
  browser = await launchChromium();
});

afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  await (host as StaticHost | undefined)?.close();
});

/** Opens a page of the site, hands it over, and closes it. */
async function open<T>(
  path: string,
  run: (page: Page, context: BrowserContext) => Promise<T>,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(host.url + path, { waitUntil: "load" });
    return await run(page, context);
  } finally {
    await context.close();
  }
}

/** What the page shows, without a script's help. */
const bare = { javaScriptEnabled: false };

test("what is on every article's page weighs little, and a short article's page at most 8 KB beside its text", async () => {
  for (const path of [FIXTURE, "kb/100/F100002/"]) {
    const page = await readFile(join(out, path, "index.html"), "utf8");
    const around = page.replace(/<main[^]*<\/main>/, "");
    expect(around.length, path).toBeLessThan(4500);
  }
  const short = await stat(join(out, "kb/100/F100002/index.html"));
  const text = await stat(join(CONTENT, "kb/100/F100002/index.md"));
  expect(short.size - text.size).toBeLessThan(8192);
});

describe("an article's page", () => {
  test("says first what helps first", () =>
    open(
      XIMS,
      async (page) => {
        const order = await page.evaluate(() => {
          const selectors = [
            ".masthead-number",
            "h1",
            ".status",
            ".strip",
            "#applies-to",
            "#symptoms",
            "#cause",
            "#workaround",
            "#status",
            "#more-information",
            "#about-title",
            "#source-text",
          ];
          const all = [...document.querySelectorAll("*")];
          return selectors.map((selector) => all.indexOf(document.querySelector(selector)!));
        });
        expect(order).not.toContain(-1);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(await page.locator(".masthead-number").textContent()).toBe("Q298836");
        expect(await page.locator("h1").textContent()).toBe(
          "XIMS: Exchange Server 5.5 Generates Error Messages",
        );
      },
      bare,
    ));

  test("says its status in words that lead to their lines", () =>
    open(
      XIMS,
      async (page) => {
        const status = page.locator(".status");
        expect(((await status.textContent()) ?? "").replace(/\s+/g, " ").trim()).toBe(
          "Problem · no fix for 5.5 · resolved in Exchange 2000 · last modified 16 August 2002",
        );
        const lines = await status
          .locator("a")
          .evaluateAll((links) =>
            links.map((link) => document.querySelector(link.getAttribute("href")!)?.textContent),
          );
        expect(lines[0]).toMatch(/Problem\s*kbprb/);
        expect(lines[1]).toMatch(/No fix\s*kbnofix/);
        expect(lines[2]).toMatch(/resolved in Exchange 2000\.$/);
        expect(lines[3]).toMatch(/16 August 2002/);
      },
      bare,
    ));

  test("has a strip of the article's own sentences", () =>
    open(
      XIMS,
      async (page) => {
        const labels = await page.locator(".strip-label").allTextContents();
        expect(labels.map((label) => label.trim())).toEqual(["Symptom", "Cause", "Workaround"]);
        const texts = await page
          .locator(".strip-part p:not(.strip-label, .see-it)")
          .allTextContents();
        const body = ((await page.locator(".text").allTextContents()) ?? []).join(" ");
        for (const text of texts) expect(body).toContain(text);
        expect(texts.join(" ")).toContain("This is a known design limitation.");
      },
      bare,
    ));

  test("has no strip where the article has no such sections", () =>
    open("kb/100/F100002/", async (page) => {
      expect(await page.locator(".strip").count()).toBe(0);
      expect(await page.locator(".section p").textContent()).toContain("Open the lid");
    }));

  test("shows placeholders, paths and markup as written", () =>
    open(
      XIMS,
      async (page) => {
        const session = await page.locator("[data-kind=transcript] pre").textContent();
        expect(session).toContain("telnet <server> 110\n+OK Microsoft Exchange POP3");
        expect(session).toContain("user domain\\user/mailbox\n+OK");
        const record = await page.locator("[data-kind=event] dl").innerText();
        expect(record.split("\n").map((line) => line.replace(/\s+/g, " "))).toEqual(
          expect.arrayContaining(["Event ID: 13005", "Event Source: MSExchange Pop3 Interface"]),
        );
      },
      bare,
    ));

  test("has links to its lists, words beside codes, and hides what is for machines", () =>
    open(
      FIXTURE,
      async (page) => {
        const about = page.locator(".particulars");
        const values = await about.locator("[data-field=keyword] dd").allTextContents();
        expect(values.map((value) => value.trim())).toEqual([
          "Printing kbprint",
          "Error message kberrmsg",
          "contoso_tray",
        ]);
        const hrefs = await about
          .locator(".field a")
          .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        expect(hrefs).toEqual([
          `${BASE}${FIXTURE}`,
          `${BASE}products/contoso-spooler/`,
          `${BASE}products/contoso-spooler-cplusplus-kit/`,
          `${BASE}years/2001/`,
          `${BASE}types/kbbug/`,
          `${BASE}keywords/kbprint/`,
          `${BASE}keywords/kberrmsg/`,
          `${BASE}keywords/contoso-tray/`,
        ]);
        expect(await about.locator("details").getAttribute("open")).toBeNull();
        expect(await about.locator("details").textContent()).toContain("kbContosoSearch");
      },
      bare,
    ));

  test("links to the articles that are there and leaves the others as text", () =>
    open(FIXTURE, async (page) => {
      const links = page.locator("a.reference");
      expect(await links.allTextContents()).toEqual(["F100002"]);
      expect(await links.getAttribute("href")).toBe(`${BASE}kb/100/F100002/`);
      expect(await links.getAttribute("title")).toBe("How to Count Pages");
    }));

  test("keeps its source text folded away, decoded and inert", () =>
    open(
      FIXTURE,
      async (page) => {
        const source = page.locator("#source-text");
        expect(await source.getAttribute("open")).toBeNull();
        expect(await source.locator("pre").textContent()).toBe(
          "ARTICLE: F100001\nTray “2” and tray 3␛\n<script>alert(1)</script>\n",
        );
      },
      bare,
    ));

  test("copies blocks as plain text, and its address", () =>
    open(FIXTURE, async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await page.locator("[data-kind=event] .copy").click();
      expect(await clipboard()).toBe(
        "Event ID: 4096\nSource: Spooler\nType: Warning\nDescription:\nThe tray <2> of \\\\SERVER\\queue is not the tray that was asked for:\nsee F100002.\n",
      );
      await page.locator("[data-kind=text] .copy").click();
      expect(await clipboard()).toBe("net stop spooler\n  net start spooler\n");
      await page.locator(".block-frame .copy").click();
      expect(await clipboard()).toBe("indented code\n");
      await page.locator(".particulars .copy").click();
      expect(await clipboard()).toBe(host.url + FIXTURE);
    }));

  test("tells machines what it is", () =>
    open(FIXTURE, async (page) => {
      const data = JSON.parse(
        (await page.locator("script[type='application/ld+json']").textContent())!,
      ) as {
        "@graph": Record<string, unknown>[];
      };
      const [article, crumbs] = data["@graph"];
      const address = `https://kb.example.org${BASE}${FIXTURE}`;
      expect(article).toMatchObject({
        "@type": "TechArticle",
        url: address,
        headline: 'Spooler: Tray <2> & "Tray 3" Are Swapped After 4,096 Pages',
        dateModified: "2001-03-09",
      });
      expect(crumbs).toMatchObject({ "@type": "BreadcrumbList" });
      expect((crumbs?.["itemListElement"] as unknown[]).length).toBe(3);
      expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(address);
      expect(await page.locator("meta[property='og:url']").getAttribute("content")).toBe(address);
      expect(await page.locator("meta[property='og:type']").getAttribute("content")).toBe(
        "article",
      );
    }));

  test("fits a phone and a narrow zoomed window", () =>
    open(
      FIXTURE,
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      },
      { viewport: { width: 320, height: 640 } },
    ));

  test("has contents beside the text where there is room", () =>
    open(
      FIXTURE,
      async (page) => {
        const text = await page.locator(".text").first().boundingBox();
        const contents = await page.locator(".contents").boundingBox();
        const about = await page.locator(".particulars").boundingBox();
        expect(contents!.x).toBeGreaterThan(text!.x + text!.width);
        expect(about!.x + about!.width).toBeLessThan(text!.x);
        const items = await page.locator(".contents a").allTextContents();
        expect(items).toEqual([
          "Applies to",
          "Summary",
          "Symptoms",
          "Cause",
          "Resolution",
          "As the article tells it",
          "Status",
          "More information",
          "Steps to reproduce behavior",
          "Steps to reproduce behavior",
          "References",
        ]);
      },
      { viewport: { width: 1100, height: 900 } },
    ));
});

describe("every page", () => {
  const PAGES = [
    "",
    FIXTURE,
    XIMS,
    "products/",
    "products/contoso-spooler/",
    "keywords/",
    "years/",
    "types/",
    "kb/",
    "kb/100/",
    "simulators/",
    "about/",
    "404.html",
    "search/?q=tray",
    `${XIMS}simulator/`,
  ];

  test.each(["light", "dark"] as const)("has nothing that axe reports, %s", async (colorScheme) => {
    for (const path of PAGES) {
      const violations = await open(path, (page) => axeViolations(page), { colorScheme });
      expect(violations, path || "home").toEqual([]);
    }
  });

  test("keeps the policy, asks no other host and logs no error", async () => {
    for (const path of PAGES) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const trouble: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) trouble.push(message.text());
      });
      page.on("pageerror", (error) => trouble.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(host.url)) trouble.push(request.url());
      });
      await page.goto(host.url + path, { waitUntil: "networkidle" });
      const policy = await page
        .locator("meta[http-equiv='Content-Security-Policy']")
        .getAttribute("content");
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'/);
      expect(trouble, path || "home").toEqual([]);
      await context.close();
    }
  });

  test("ends where its document ends, has ids that are there once, and no inline script or style", async () => {
    for (const file of await htmlFiles(out)) {
      const html = await readFile(join(out, file), "utf8");
      expect(html.slice(-14), file).toBe("</body></html>");
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
      expect(html, file).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((match) => match[1] ?? "");
      for (const script of scripts) expect(script, file).toMatch(/src="|application\/ld\+json/);
    }
  });

  test("leads only to pages, files and anchors that are there", async () => {
    const files = await htmlFiles(out);
    const dead: string[] = [];
    const anchors = new Map<string, Set<string>>();
    for (const file of files) {
      const html = await readFile(join(out, file), "utf8");
      anchors.set(file, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] ?? "")));
    }
    for (const file of files) {
      const html = await readFile(join(out, file), "utf8");
      const page = new URL(file.replace(/index\.html$/, ""), `http://host${BASE}`);
      for (const [, link = ""] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        const url = new URL(link.replaceAll("&amp;", "&"), page);
        if (url.host !== "host") continue;
        const problem = await deadLink(url, anchors);
        if (problem) dead.push(`${file}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });

  async function deadLink(url: URL, anchors: Map<string, Set<string>>): Promise<boolean> {
    if (!url.pathname.startsWith(BASE)) return true;
    const path = decodeURIComponent(url.pathname.slice(BASE.length));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!(await isFile(join(out, file)))) return true;
    return (
      url.hash !== "" && !(anchors.get(file)?.has(decodeURIComponent(url.hash.slice(1))) ?? false)
    );
  }
});

describe("the ways to an article", () => {
  test("lead through home, product, keyword, year, type and number", async () => {
    for (const path of [
      "products/contoso-spooler/",
      "keywords/contoso-tray/",
      "years/2001/",
      "types/kbbug/",
      "kb/100/",
      "",
    ]) {
      await open(
        path,
        async (page) => {
          expect(await page.locator(`main a[href="${BASE}${FIXTURE}"]`).count(), path).toBe(1);
        },
        bare,
      );
    }
  });

  test("the home page begins with the search box, which works without a script", () =>
    open(
      "",
      async (page) => {
        const field = page.locator("main input[name=q]");
        await field.fill("298836");
        await field.press("Enter");
        await page.waitForURL("**/search/?q=298836");
        expect(await page.locator(`main a[href="${BASE}products/"]`).count()).toBeGreaterThan(0);
      },
      bare,
    ));

  test.each([
    "kb/298836",
    "support/kb/articles/q298/8/36.asp",
    "KB298836.html",
    "default.aspx?scid=kb;en-us;298836",
    "kb/298/q298836/",
  ])("%s, which is no page, offers the article", (path) =>
    open(path, async (page) => {
      const link = page.locator("#lost-article a");
      await link.waitFor();
      expect(await link.getAttribute("href")).toBe(`${BASE}${XIMS}`);
      expect(await link.textContent()).toContain("XIMS: Exchange Server");
    }),
  );

  test("an address without a known number says so and offers the lists", () =>
    open("kb/999999", async (page) => {
      expect(await page.locator("h1").textContent()).toContain("no page");
      await page.waitForLoadState("networkidle");
      expect(await page.locator("#lost-article").textContent()).toBe("");
      expect(await page.locator(`main a[href="${BASE}products/"]`).count()).toBe(1);
    }));

  test("sitemap and feed name the articles by their whole addresses", async () => {
    const address = `https://kb.example.org${BASE}${FIXTURE}`;
    const index = await readFile(join(out, "sitemap-index.xml"), "utf8");
    expect(index).toContain(`<loc>https://kb.example.org${BASE}sitemap-1.xml</loc>`);
    const sitemap = await readFile(join(out, "sitemap-1.xml"), "utf8");
    expect(sitemap).toContain(`<loc>${address}</loc><lastmod>2001-03-09</lastmod>`);
    const feed = await readFile(join(out, "feed.xml"), "utf8");
    expect(feed).toContain(`<link>${address}</link>`);
    expect(feed).toContain("F100001: Spooler: Tray &lt;2&gt; &amp; &quot;Tray 3&quot;");
    expect(feed).toContain("<pubDate>Fri, 09 Mar 2001 00:00:00 GMT</pubDate>");
  });

  test("hosts get the policy as files too", async () => {
    const netlify = await readFile(join(out, "_headers"), "utf8");
    expect(netlify).toMatch(
      new RegExp(`^${BASE}\\*\\n  Content-Security-Policy: default-src 'none'`),
    );
    expect(await readFile(join(out, ".htaccess"), "utf8")).toContain(
      `ErrorDocument 404 ${BASE}404.html`,
    );
  });
});

test("the mono font is one subset of at most 18 KB", async () => {
  const fonts = (await readdir(join(out, "_astro"))).filter((name) => name.endsWith(".woff2"));
  expect(fonts).toHaveLength(1);
  const { size } = await stat(join(out, "_astro", fonts[0]!));
  expect(size).toBeLessThanOrEqual(18 * 1024);
});

async function htmlFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".html") && !file.startsWith("pagefind")).sort();
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
