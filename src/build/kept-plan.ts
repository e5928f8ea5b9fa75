import { existsSync, renameSync, rmSync } from "node:fs";
import { ifThere } from "./file-parts.ts";
import { unfinished, unfinishedOf } from "./output.ts";
import { PlanFile } from "./plan-file.ts";
import { writePlan, type PlanSource, type WrittenPlan } from "./write-plan.ts";

/** All pages of a site. The file of their models is open for all threads of the build to read; who opened the plan closes it. */
export interface SitePlan extends WrittenPlan {
  digest: string;
  /** The plan that was kept, where this one follows from something else. Who opened the plan closes it. */
  former?: PlanFile;
}

/**
 * The plan of a site: the one that was kept, where it follows from the same. An edit of an article's text, which nothing shows but its own
 * page, leaves it as it is. A new one is kept once `keepPlan` says so.
 */
export async function openPlan(path: string, source: PlanSource): Promise<SitePlan> {
  dropPlans(path);
  const former = ifThere(() => new PlanFile(path));
  const { digest } = source;
  if (former?.digest === digest)
    return { digest, pages: former.pages, changed: [], file: former.file };
  const made = await writePlan(unfinished(path), source, former);
  return { digest, ...made, ...(former && { former }) };
}

/** Keeps the plan that was opened last, for the pages are as it says. */
export function keepPlan(path: string): void {
  const made = unfinished(path);
  if (existsSync(made)) renameSync(made, path);
}

export function forgetPlan(path: string): void {
  rmSync(path, { force: true });
}

/** Takes away new plans that were not kept, also those of builds that were cut short. Who has one open can read on. */
export function dropPlans(path: string): void {
  for (const dropped of unfinishedOf(path)) rmSync(dropped, { force: true });
}
