import type { Scenario, View } from "../index.ts";

const EXTRAS: readonly View[] = ["messages", "tables", "beside"];

/** Whether an instrument has any of the parts in `parts/extras.tsx`, which are fetched only then. */
export function needsExtras({ ask, views }: Pick<Scenario, "ask" | "views">): boolean {
  return ask !== null || views.some((view) => EXTRAS.includes(view));
}
