/** Parts of the instrument that few scenarios have: fetched only where they are wanted. */

import type { Scenario, View } from "../index.ts";
import type { Extras } from "./parts/instrument.tsx";

const EXTRAS: readonly View[] = ["messages", "tables", "beside"];

type Wanting = Pick<Scenario, "ask" | "views" | "tables">;

/** Whether an instrument has any of the parts in `parts/extras.tsx`. */
export function needsExtras({ ask, views }: Omit<Wanting, "tables">): boolean {
  return ask !== null || views.some((view) => EXTRAS.includes(view));
}

/** Whether any of its tables is drawn, by `parts/drawings.tsx`. */
function needsDrawings({ views, tables }: Wanting): boolean {
  return views.includes("tables") && Object.values(tables).some(({ as }) => as !== undefined);
}

/** What the scenario wants of them; undefined where that is nothing. */
export async function fetchExtras(scenario: Wanting): Promise<Extras | undefined> {
  if (!needsExtras(scenario)) return undefined;
  const [extras, drawings] = await Promise.all([
    import("./parts/extras.tsx"),
    needsDrawings(scenario) ? import("./parts/drawings.tsx") : undefined,
  ]);
  return { ...extras, Drawn: drawings?.Drawn };
}
