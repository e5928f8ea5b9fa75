import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pathOf } from "../article/id.ts";
import type { ArticleModel } from "../site/models/article.ts";
import type { AboutModel } from "../site/models/home.ts";
import { LiveSite } from "./live-site.ts";

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "kb-live-site-"));
  write("Q300001", "See Q300002.");
  write("Q300002", "Nothing.");
});
afterEach(() => rmSync(content, { recursive: true }));

function write(id: string, text: string): void {
  const folder = join(content, pathOf(id));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.md"), `---\nid: ${id}\ntitle: Of ${id}\n---\n\n${text}\n`);
}

function open(limits: { patience: number; few?: number; watched?: number }): LiveSite {
  return new LiveSite({ content, projectContent: content }, { tell: () => undefined }, limits);
}

async function modelOf(site: LiveSite, id: string): Promise<ArticleModel | undefined> {
  return (await site.page(`${pathOf(id)}/`))?.model as ArticleModel | undefined;
}

test("an article is shown while the others are still being read, with the titles that it links to", async () => {
  const site = open({ patience: 0 });
  expect(await modelOf(site, "Q300001")).toMatchObject({ titles: { Q300002: "Of Q300002" } });
  expect(await modelOf(site, "Q300002")).toMatchObject({ referrers: [] });
  // A list has to wait for all.
  await site.page("kb/");
  expect(await modelOf(site, "Q300002")).toMatchObject({ referrers: [{ id: "Q300001" }] });
  await site.close();
});

test("where reading takes no time worth telling, the first page has all", async () => {
  const site = open({ patience: 60_000 });
  expect(await modelOf(site, "Q300002")).toMatchObject({ referrers: [{ id: "Q300001" }] });
  expect(await modelOf(site, "Q300003")).toBeUndefined();
  await site.close();
});

test("many articles are read when the first page is shown, or a list is asked for", async () => {
  const site = open({ patience: 50, few: 1 });
  expect(await modelOf(site, "Q300002")).toMatchObject({ referrers: [] });
  expect(await modelOf(site, "Q300002")).toMatchObject({ referrers: [] });
  expect(site.begin()).toBe(true);
  await site.page("kb/");
  expect(await modelOf(site, "Q300002")).toMatchObject({ referrers: [{ id: "Q300001" }] });
  await site.close();
});

test("the first page of many may be that of an article with a simulator, whose scenario is proved at once", async () => {
  const places = { content: "content", projectContent: "content" };
  const site = new LiveSite(places, { tell: () => undefined }, { patience: 0, few: 1 });
  const page = await site.page(`${pathOf("Q298836")}/`);
  expect(page?.model).toMatchObject({ hasSimulator: true, referrers: [] });
  expect(site.files.scenario("Q298836").id).toBe("Q298836");
  await site.close();
});

test("a list that is asked for while many are read has those that were, and then all", async () => {
  for (let number = 300_003; number <= 300_640; number += 1) write(`Q${number}`, "Nothing.");
  const places = { content, projectContent: content };
  const site = new LiveSite(places, { tell: () => undefined }, { few: 1, some: 100 });
  const total = async () => ((await site.page("about/"))?.model as AboutModel).total;
  const early = await total();
  expect(early).toBeGreaterThanOrEqual(100);
  expect(early).toBeLessThan(640);
  expect(site.progress?.total).toBe(640);
  await expect.poll(() => site.progress, { timeout: 15_000 }).toBeUndefined();
  expect(await total()).toBe(640);
  await site.close();
});

test("an article that is not there has no page, before all are read and after", async () => {
  const site = open({ patience: 0, few: 1 });
  expect(await modelOf(site, "Q300003")).toBeUndefined();
  expect(site.lostPage().model).toMatchObject({ example: undefined });
  await site.page("kb/");
  expect(await modelOf(site, "Q300003")).toBeUndefined();
  expect(site.lostPage().model).toMatchObject({ example: "Q300001" });
  await site.close();
});

test("a folder without articles has the pages that every site has", async () => {
  rmSync(join(content, "kb"), { recursive: true });
  const site = open({ patience: 0 });
  expect(await site.page("")).toBeDefined();
  expect(await modelOf(site, "Q300001")).toBeUndefined();
  await site.close();
});

test("says how many articles are to be read, and of each few that they were", async () => {
  const told: number[] = [];
  const reading = (articles: number) => {
    told.push(articles);
    return (more: number) => void told.push(more);
  };
  const site = new LiveSite(
    { content, projectContent: content },
    { tell: () => undefined, reading },
  );
  await site.page("");
  expect(told.slice(0, 2)).toEqual([2, 2]);
  await site.close();
});

test("the articles that were shown last are watched", async () => {
  // What was written a moment ago may be written to again: until its times can tell, it counts as changed.
  await setTimeout(100);
  const site = open({ patience: 60_000, watched: 1 });
  let changes = 0;
  site.watch(() => (changes += 1));
  await modelOf(site, "Q300001");
  await modelOf(site, "Q300002");
  write("Q300001", "Nobody has it open any more.");
  await setTimeout(300);
  expect(changes).toBe(0);
  write("Q300002", "Something.");
  await vi.waitFor(() => expect(changes).toBe(1), 5_000);
  await site.close();
});
