import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { buildSite, type BuildResult } from "../src/build/build.ts";
import { digestOf } from "../src/build/digest.ts";
import { textAt } from "../src/build/file-parts.ts";
import { RACY } from "../src/build/folders.ts";
import { BuildState } from "../src/build/manifest.ts";
import { filesIn } from "../src/build/output.ts";
import { PlanFile } from "../src/build/plan-file.ts";
import { mergeShards } from "../src/build/merge.ts";
import { selectionOf } from "../src/build/select.ts";
import { PART_FILE } from "../src/build/shard-index.ts";
import type { Shard } from "../src/build/shards.ts";
import { RandomContent } from "./build/random.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TMP = join(ROOT, "tests/.tmp/build");
const SILENT = { stage: () => ({ progress: () => undefined, end: () => undefined }) };

beforeEach(() => rm(TMP, { recursive: true, force: true }));

interface Options {
  force?: boolean;
  search?: boolean;
  shard?: Shard;
  select?: string[];
  maxFiles?: number;
}

function build(content: string, out: string, options: Options = {}): Promise<BuildResult> {
  const { force = false, search = false, shard, select = [], maxFiles } = options;
  const places = { content, projectContent: join(ROOT, "content") };
  return buildSite(
    {
      places,
      out,
      base: "/",
      site: "",
      force,
      search,
      reindex: false,
      select: selectionOf(select),
      ...(shard === undefined ? {} : { shard }),
      ...(maxFiles === undefined ? {} : { maxFiles }),
    },
    SILENT,
  );
}

/** Every file of a site, with a digest of its bytes. */
async function filesOf(out: string): Promise<Record<string, string>> {
  const paths = (await filesIn(out)).sort();
  const digests = await Promise.all(
    paths.map(async (path) => digestOf(await readFile(join(out, path)))),
  );
  return Object.fromEntries(paths.map((path, index) => [path, digests[index] ?? ""]));
}

const CLEAN = join(TMP, "clean");

async function cleanBuild(content: string): Promise<Record<string, string>> {
  await rm(CLEAN, { recursive: true, force: true });
  await build(content, CLEAN);
  return filesOf(CLEAN);
}

/** The same articles in another folder, of which builds know nothing. */
async function copyOf(content: string): Promise<string> {
  const copy = `${content}-copy`;
  await rm(copy, { recursive: true, force: true });
  await cp(content, copy, { recursive: true });
  return copy;
}

/** The plan that was kept: every page's address, a digest of its model wherever that lies, and what it reads. */
function planOf(out: string): string[] {
  const plan = new PlanFile(new BuildState(out).planFile);
  const pages = plan.pages.all().map(({ address, model, reads }) => {
    return [address, digestOf(textAt(plan.file, model)), ...reads].join(" ");
  });
  plan.close();
  return pages;
}

test("after hundreds of random edits, a site is what a clean build makes of the content", async () => {
  const content = new RandomContent(join(TMP, "content"), 19);
  const out = join(TMP, "site");
  for (let round = 0; round < 60; round++) {
    const edits =
      round === 0
        ? await content.edits(60)
        : await (round % 2 === 0 ? content.edits(6) : content.rewordings(3));
    // At times another site is built first: then this one's build is not told what changed since the last time.
    if (round % 8 === 7) {
      await pause(RACY);
      await build(content.folder, join(TMP, "other site"));
    }
    await build(content.folder, out);
    const clean = await cleanBuild(await copyOf(content.folder));
    expect(await filesOf(out), edits.join(", ")).toEqual(clean);
    expect(planOf(out)).toEqual(planOf(CLEAN));
  }
});

describe("a page is built again", () => {
  const content = join(TMP, "content");
  const out = join(TMP, "site");
  const article = (id: string, title: string, text: string) =>
    `---\nid: ${id}\ntitle: ${title}\nproducts: [${id}]\n---\n\n## Text\n\n${text}\n`;
  const write = async (id: string, text: string) => {
    const folder = join(content, `kb/200/${id}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "index.md"), text);
  };
  const reasons = async () => {
    const { built } = await build(content, out);
    return Object.fromEntries((built?.changes ?? []).map(({ address, why }) => [address, why]));
  };

  test("when something that it shows changed, which the build can tell, and not otherwise", async () => {
    await write("R200001", article("R200001", "One", "See R200002."));
    await write("R200002", article("R200002", "Two", "Nothing."));
    await write("R200003", article("R200003", "Three", "Nothing."));
    await write("R200004", article("R200004", "Four", "See R200001, R200002 and R200003."));
    await write("R200005", article("R200005", "Five", "See R200001, R200002 and R200003."));
    await build(content, out);
    expect(await reasons()).toEqual({});

    await write("R200002", article("R200002", "Second", "Nothing."));
    const told = await reasons();
    expect(told["kb/200/R200002/"]).toEqual(["article"]);
    expect(told["kb/200/R200001/"]).toEqual(["titles"]);
    expect(told["kb/200/"]).toEqual(["rows"]);
    expect(told).not.toHaveProperty("kb/200/R200003/");
    expect(told).not.toHaveProperty("about/");

    await write("R200004", article("R200004", "Fourth", "See R200001, R200002 and R200003."));
    const toldNext = await reasons();
    expect(toldNext["kb/200/R200005/"]).toEqual(["related"]);
    expect(toldNext["kb/200/R200003/"]).toEqual(["referrers"]);
  });

  test("when the build before it was told to forget all", async () => {
    await write("R200001", article("R200001", "One", "Nothing."));
    await build(content, out);
    const { built } = await build(content, out, { force: true });
    expect(built?.changes.length).toBe(built?.pages);
  });
});

test("articles and lists that are gone leave nothing behind", async () => {
  const content = join(TMP, "content");
  await cp(join(ROOT, "tests/fixtures/site"), content, { recursive: true });
  const out = join(TMP, "site");
  await build(content, out);
  const before = await filesIn(out);
  await rm(join(content, "kb/100"), { recursive: true });
  await build(content, out);
  expect(before.some((path) => path.startsWith("kb/100/"))).toBe(true);
  expect((await filesIn(out)).filter((path) => path.startsWith("kb/100/"))).toEqual([]);
  expect(await filesOf(out)).toEqual(await cleanBuild(content));
});

test("what lies in a site's folder and is no part of it goes away", async () => {
  const content = join(TMP, "content");
  await cp(join(ROOT, "tests/fixtures/site"), content, { recursive: true });
  const out = join(TMP, "site");
  await mkdir(join(out, "kb/999/Q999999"), { recursive: true });
  await writeFile(join(out, "kb/999/Q999999/index.html"), "of a build that nobody remembers");
  await build(content, out);
  expect(await filesOf(out)).toEqual(await cleanBuild(content));
});

test("an index stays where it knows the pages, goes where it does not, and is made where it is missing", async () => {
  const content = join(TMP, "content");
  await cp(join(ROOT, "tests/fixtures/site"), content, { recursive: true });
  const out = join(TMP, "site");
  const hasIndex = async () => (await filesIn(out)).some((path) => path.startsWith("pagefind/"));
  await build(content, out, { search: true });
  await build(content, out);
  expect(await hasIndex()).toBe(true);
  await new RandomContent(content, 7).edits(1);
  await build(content, out);
  expect(await hasIndex()).toBe(false);
  await build(content, out, { search: true });
  expect(await hasIndex()).toBe(true);
});

test("content with errors leaves the site and its plan as they are", async () => {
  const content = new RandomContent(join(TMP, "content"), 3);
  await content.edits(10);
  const out = join(TMP, "site");
  await build(content.folder, out);
  const before = await filesOf(out);
  const plan = planOf(out);
  await mkdir(join(content.folder, "kb/300/R300000"), { recursive: true });
  await writeFile(join(content.folder, "kb/300/R300000/index.md"), "no front matter");
  const { built, findings } = await build(content.folder, out);
  expect(built).toBeUndefined();
  expect(findings.map(({ ruleId }) => ruleId)).toContain("article/no-front-matter");
  expect(await filesOf(out)).toEqual(before);
  expect(planOf(out)).toEqual(plan);
  expect(await plansKept(out)).toBe(1);
});

test("a site of more files than its host takes leaves no plan behind", async () => {
  const content = new RandomContent(join(TMP, "content"), 4);
  await content.edits(4);
  const out = join(TMP, "site");
  await expect(build(content.folder, out, { maxFiles: 1 })).rejects.toThrow("--max-files");
  expect(await plansKept(out)).toBe(0);
});

/** How many plans lie there for a site, finished or not. */
async function plansKept(out: string): Promise<number> {
  const { planFile } = new BuildState(out);
  const names = await filesIn(dirname(planFile));
  return names.filter((name) => name.startsWith(basename(planFile))).length;
}

test("a build that is killed is repaired by the next, whatever it had done", async () => {
  const content = new RandomContent(join(TMP, "content"), 7);
  await content.edits(40);
  const out = join(TMP, "site");
  await build(content.folder, out);
  for (const delay of [150, 300, 450, 600, 750, 900]) {
    await content.edits(10);
    await killedBuild(content.folder, out, delay);
    await content.edits(3);
    await build(content.folder, out);
    expect(await filesOf(out), `killed after ${delay} ms`).toEqual(
      await cleanBuild(content.folder),
    );
  }
});

test("a file that a killed build was writing goes at the next", async () => {
  const content = new RandomContent(join(TMP, "content"), 9);
  await content.edits(10);
  const out = join(TMP, "site");
  const { built } = await build(content.folder, out);
  const address = built?.changes.at(-1)?.address ?? "";
  const state = new BuildState(out);
  state.begin([address], await state.read());
  await writeFile(join(out, address, `index.html.${"0a".repeat(6)}.new`), "half a p");
  await build(content.folder, out);
  expect(await filesOf(out)).toEqual(await cleanBuild(content.folder));
});

function killedBuild(content: string, out: string, delay: number): Promise<void> {
  const args = [join(ROOT, "src/cli/kb.mjs"), "build", "--content", content, "--out", out];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
    child.on("close", () => resolve());
    setTimeout(() => child.kill("SIGKILL"), delay);
  });
}

describe("shards of a site", () => {
  let content: RandomContent;
  beforeEach(() => {
    content = new RandomContent(join(TMP, "content"), 11);
  });
  const shardsOf = async (of: number, search = true) => {
    const folders = Array.from({ length: of }, (_, index) => join(TMP, `shard-${index + 1}-${of}`));
    for (const [index, folder] of folders.entries()) {
      await build(content.folder, folder, { shard: { number: index + 1, of }, search });
    }
    return folders;
  };

  test("merge into the bytes of a build in one piece, however many they are", async () => {
    await content.edits(40);
    for (const search of [true, false]) {
      await rm(CLEAN, { recursive: true, force: true });
      await build(content.folder, CLEAN, { search });
      const whole = await filesOf(CLEAN);
      expect("pagefind/pagefind.js" in whole).toBe(search);
      const out = join(TMP, "merged");
      for (const of of [1, 2, 5]) {
        await mergeShards(await shardsOf(of, search), out);
        expect(await filesOf(out), `${of} shards`).toEqual(whole);
      }
    }
  });

  test("are indexed anew only where the site changed, and are no shards after a build in one piece", async () => {
    await content.edits(40);
    const indexed = async () => (await stat(join(TMP, "shard-1-2", PART_FILE))).mtimeMs;
    await shardsOf(2);
    const first = await indexed();
    const [folder = ""] = await shardsOf(2);
    expect(await indexed()).toBe(first);
    await content.edits(5);
    await shardsOf(2);
    expect(await indexed()).not.toBe(first);
    await build(content.folder, folder);
    expect(await filesOf(folder)).toEqual(await cleanBuild(content.folder));
  });

  test("can be built on from where they were merged", async () => {
    await content.edits(10);
    const out = join(TMP, "merged");
    await mergeShards(await shardsOf(2), out);
    expect((await build(content.folder, out)).built?.changes).toEqual([]);
  });

  test("are refused where one is missing, given twice, damaged or of another state", async () => {
    await content.edits(40);
    const [first = "", second = ""] = await shardsOf(2);
    const out = join(TMP, "merged");
    await expect(mergeShards([first], out)).rejects.toThrow("Missing: shard 2/2.");
    await expect(mergeShards([first, first], out)).rejects.toThrow("are both shard 1/2");
    await expect(mergeShards([first, TMP], out)).rejects.toThrow("is no shard");
    for (const place of ["kb/2", "pagefind/fragment/"]) {
      const file = (await filesIn(second)).find((path) => path.startsWith(place)) ?? "";
      const bytes = await readFile(join(second, file));
      await writeFile(join(second, file), "damaged");
      await expect(mergeShards([first, second], out)).rejects.toThrow("is not what was built");
      await rm(join(second, file));
      await expect(mergeShards([first, second], out)).rejects.toThrow("is missing");
      await writeFile(join(second, file), bytes);
    }
    const [, bare = ""] = await shardsOf(2, false);
    await build(content.folder, first, { shard: { number: 1, of: 2 }, search: true });
    await expect(mergeShards([first, bare], out)).rejects.toThrow("the other has none");
    await content.edits(5);
    await build(content.folder, second, { shard: { number: 2, of: 2 } });
    await expect(mergeShards([first, second], out)).rejects.toThrow("are of different sites");
  });
});

test("a selection of articles makes a site of its own", async () => {
  const content = new RandomContent(join(TMP, "content"), 5);
  await content.edits(60);
  const out = join(TMP, "site");
  await build(content.folder, out, { select: ["R200990-R200999"] });
  const articles = (await filesIn(out)).filter((path) => /^kb\/\d+\/R/.test(path));
  expect(articles.length).toBeGreaterThan(0);
  expect(articles.every((path) => path.startsWith("kb/200/"))).toBe(true);
});
