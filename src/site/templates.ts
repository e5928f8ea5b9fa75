import type { ArticleModel } from "./models/article.ts";
import type { PagePlan } from "./page.ts";

/** Templates that can set many pages in one document. */
export type Template = "article" | "value";

/** Which of them is a page's; undefined where it is a document of its own. */
export function templateOf({ model }: PagePlan): Template | undefined {
  if ("value" in model) return "value";
  // A simulator's page links scripts, which Astro does once a document.
  return "related" in model && !(model as ArticleModel).hasSimulator ? "article" : undefined;
}
