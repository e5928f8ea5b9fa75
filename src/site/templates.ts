import type { ArticleModel } from "./models/article.ts";
import type { ValueModel } from "./models/lists.ts";
import type { PageInput, PageParts, PagePlan } from "./page.ts";
import { writtenArticle } from "./parts/article.ts";
import { valueParts } from "./parts/value.ts";

/** Kinds of pages of which a site has so many that the frame of all is rendered once, and the parts of each are put into it. */
export type Template = "article" | "value";

/** Which of them a page is; undefined where it is a document of its own. */
export function templateOf({ model }: Pick<PagePlan, "model">): Template | undefined {
  if ("value" in model) return "value";
  // A simulator is Astro's to render, and links scripts.
  return "related" in model && !(model as ArticleModel).hasSimulator ? "article" : undefined;
}

/** What such a page has of its own. */
export function partsOf(template: Template, { model, files }: PageInput): PageParts {
  return template === "article"
    ? writtenArticle(model as ArticleModel, files)
    : valueParts(model as ValueModel);
}
