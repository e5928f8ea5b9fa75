import type { APIRoute } from "astro";
import { groupOf } from "../../../../article/id.ts";
import type { Scenario } from "../../../../simulator/types.ts";
import { scenarioOf } from "../../../../site/scenario.ts";
import { store } from "../../../../site/site.ts";

/** The proved scenario, which the instrument fetches when it comes into view. */
export function getStaticPaths() {
  return store.entries
    .filter(({ hasSimulator }) => hasSimulator)
    .map(({ id }) => ({ params: { group: groupOf(id), id } }));
}

export const GET: APIRoute = async ({ params }) => {
  const scenario = await scenarioOf(params["id"] ?? "");
  // The page has these words already, and nothing that is played depends on them.
  const sent: Scenario = { ...scenario, why: null };
  return new Response(JSON.stringify(sent), { headers: { "content-type": "application/json" } });
};
