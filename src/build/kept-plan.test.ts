import { closeSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PagePlan } from "../site/page.ts";
import { digestOf } from "./digest.ts";
import { keepPlan, openPlan, readModel, type SitePlan } from "./kept-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "site.plan");

/** The pages of a plan, with their models as they lie in its file. */
async function planned(name: string, site: () => Iterable<PagePlan>) {
  const { pages, file, former } = await open(name, site);
  const found = pages.map(({ address, model, reads }) => {
    return { address, model: readModel(file, model), reads };
  });
  closeSync(file);
  former?.close();
  return found;
}

/** In two parts, as a site is planned. */
function open(name: string, site: () => Iterable<PagePlan>): Promise<SitePlan> {
  async function* plan() {
    const pages = [...site()];
    yield pages.slice(0, 1);
    yield await Promise.resolve(pages.slice(1));
  }
  return openPlan(path, { digest: digestOf(name), plan });
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

test("a page's former model is found by its address, if the page was made of it", async () => {
  const page = (title: string) => [{ address: "a/", model: { title } }];
  await planned("before", () => page("Before"));
  keepPlan(path);
  const { file, former } = await open("now", () => page("Now"));
  closeSync(file);
  const digest = former?.pages()[0]?.digest ?? "";
  expect(former?.modelOf("a/", digest)).toEqual({ title: "Before" });
  expect(former?.modelOf("a/", digestOf("other"))).toBeUndefined();
  expect(former?.modelOf("b/", digest)).toBeUndefined();
  former?.close();
});
