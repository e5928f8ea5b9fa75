import type { APIRoute } from "astro";
import { groupOf } from "../../../../article/id.ts";
import { scenarioOf } from "../../../../site/scenario.ts";
import { store } from "../../../../site/site.ts";

/** The proved scenario, which the instrument fetches when it comes into view. */
export function getStaticPaths() {
  return store.entries
    .filter(({ hasSimulator }) => hasSimulator)
    .map(({ id }) => ({ params: { group: groupOf(id), id } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response(JSON.stringify(await scenarioOf(params["id"] ?? "")), {
    headers: { "content-type": "application/json" },
  });
