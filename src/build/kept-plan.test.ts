import { closeSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pageLater, type PagePlan } from "../site/page.ts";
import { digestOf } from "./digest.ts";
import { keepPlan, openPlan, type SitePlan } from "./kept-plan.ts";
import { readModel, type PlanFile } from "./plan-file.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "site.plan");

/** The pages of a plan, with their models as they lie in its file. */
async function planned(
  name: string,
  site: () => Iterable<PagePlan>,
  since?: string,
  keepsOthers?: boolean,
) {
  const { pages, file, former } = await open(name, site, { since, keepsOthers });
  const found = pages.all().map(({ address, model, reads }) => {
    return { address, model: readModel(file, model), reads };
  });
  closeSync(file);
  former?.close();
  return found;
}

interface Opening {
  since?: string | undefined;
  keepsOthers?: boolean | undefined;
  /** Told the plan before, as the new one is given it. */
  tell?: (former: PlanFile | undefined) => void;
}

/** In two parts, as a site is planned. */
function open(
  name: string,
  site: () => Iterable<PagePlan>,
  { since = "", keepsOthers, tell }: Opening = {},
): Promise<SitePlan> {
  async function* inParts() {
    const pages = [...site()];
    yield pages.slice(0, 1);
    yield await Promise.resolve(pages.slice(1));
  }
  const notes = () => ["of ", name].map((part) => Buffer.from(part));
  return openPlan(path, {
    digest: digestOf(name),
    since: digestOf(since),
    plan: (former) => {
      tell?.(former);
      return { pages: inParts(), notes, ...(keepsOthers && { keepsOthers }) };
    },
  });
}

const never = (): never => {
  throw new Error("planned anew");
};

test("a plan is kept, and made anew when it follows from something else", async () => {
  const site = Array.from({ length: 600 }, (_, number) => ({
    address: `${number}/`,
    model: { number, text: "é €".repeat(number % 7) },
    reads: number % 2 === 0 ? [] : [`Q${number}`],
  }));
  expect(await planned("one", () => site)).toEqual(site);
  keepPlan(path);
  expect(await planned("one", never)).toEqual(site);
  expect(await planned("two", () => [])).toEqual([]);
  keepPlan(path);
  expect(await planned("two", never)).toEqual([]);
  await expect(planned("one", never)).rejects.toThrow("planned anew");
});

test("a plan of a build that was cut short takes no other's place, and goes", async () => {
  expect(await planned("kept", () => [])).toEqual([]);
  keepPlan(path);
  expect(await planned("cut short", () => [{ address: "a/", model: {} }])).toHaveLength(1);
  writeFileSync(`${path}.0123456789ab.new`, "of another process");
  expect(await planned("kept", never)).toEqual([]);
  keepPlan(path);
  expect(await planned("kept", never)).toEqual([]);
  expect(readdirSync(folder)).toEqual(["site.plan"]);
});

test("a page of the plan before is found by its address, in whatever order", async () => {
  const addresses = ["a/", "b/", "a/b/", "c/"];
  await planned("before", () => addresses.map((address) => ({ address, model: { address } })));
  keepPlan(path);
  const { file, former } = await open("now", () => []);
  closeSync(file);
  for (const order of [addresses, addresses.toReversed(), ["none/", "c/", "a/"]]) {
    const find = former?.pages.finder();
    const found = order.map((address) => find?.(address)?.address);
    expect(found).toEqual(order.map((address) => (address === "none/" ? undefined : address)));
  }
  former?.close();
});

test("a plan made from the one before is given that and what it noted, and no other is", async () => {
  const noted: (string | undefined)[] = [];
  const at = async (name: string, since: string) => {
    const tell: Opening["tell"] = (before) => {
      noted.push(before && Buffer.from(before.notes()).toString());
    };
    const { file, former } = await open(name, () => [], { since, tell });
    closeSync(file);
    former?.close();
    keepPlan(path);
  };
  await at("first", "");
  await at("second", "first");
  await at("third", "first");
  expect(noted).toEqual([undefined, "of first", undefined]);
});

describe("a plan made of the plan before", () => {
  const list = (address: string, begin: object, rows: () => readonly string[]) =>
    pageLater({ address, head: begin }, () => ({ ...begin, rows: rows() }));
  const before = () => [
    list("a/", { total: 1 }, () => ["a"]),
    list("b/", { total: 1 }, () => ["b"]),
    { address: "c/", model: { text: "c" } },
    list("ten/", { total: 10 }, () => ["ten"]),
  ];

  test("has its models where what they begin with is said to be all, and is the same", async () => {
    await planned("lists", before);
    keepPlan(path);
    const now = () => [
      list("a/", { total: 1 }, never),
      list("b/", { total: 2 }, () => ["b", "c"]),
      list("new/", { total: 1 }, () => ["new"]),
      { address: "c/", model: { text: "c" }, reads: ["Q1"] },
      list("ten/", { total: 1 }, () => ["one"]),
    ];
    expect(await planned("lists now", now, "lists")).toEqual([
      { address: "a/", model: { total: 1, rows: ["a"] }, reads: [] },
      { address: "b/", model: { total: 2, rows: ["b", "c"] }, reads: [] },
      { address: "new/", model: { total: 1, rows: ["new"] }, reads: [] },
      { address: "c/", model: { text: "c" }, reads: ["Q1"] },
      { address: "ten/", model: { total: 1, rows: ["one"] }, reads: [] },
    ]);
    await expect(planned("other", now, "another one")).rejects.toThrow("planned anew");
  });

  test("has its other pages where it is said to keep them", async () => {
    const site = ["a/", "b/", "c/"].map((address) => ({ address, model: { address }, reads: [] }));
    await planned("all", () => site);
    keepPlan(path);
    const edited = { address: "b/", model: { address: "b, edited" }, reads: [] };
    expect(await planned("edited", () => [edited], "all", true)).toEqual(site.with(1, edited));
  });

  test("has no more than twice its size of models that nothing needs any more", async () => {
    const site = (text: string) => () => [
      ...before(),
      { address: "e/", model: { text: text.repeat(1_000) } },
    ];
    await planned("0", site("0"));
    keepPlan(path);
    const sizes = [statSync(path).size];
    for (let edit = 1; edit < 8; edit += 1) {
      await planned(`${edit}`, site(`${edit}`), `${edit - 1}`);
      keepPlan(path);
      sizes.push(statSync(path).size);
    }
    const [first = 0] = sizes;
    expect(Math.max(...sizes)).toBeGreaterThan(1.5 * first);
    expect(Math.max(...sizes)).toBeLessThan(3 * first);
    expect(sizes.at(-1)).toBeLessThan(3 * first);
  });
});
