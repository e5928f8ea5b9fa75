import type { APIRoute } from "astro";
import type { InstrumentModel } from "../../../../site/models/article.ts";
import { modelOf } from "../../../../site/page.ts";
import type { Scenario } from "../../../../simulator/types.ts";

/** The proved scenario, which the instrument fetches when it comes into view. */
export const GET: APIRoute = ({ locals }) => {
  const scenario = locals.files.scenario(modelOf<InstrumentModel>(locals).id);
  // The page has these words already, and nothing that is played depends on them.
  const sent: Scenario = { ...scenario, why: null };
  return new Response(JSON.stringify(sent), { headers: { "content-type": "application/json" } });
};
