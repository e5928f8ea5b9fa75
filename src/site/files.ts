import type { Article } from "../article/schema.ts";
import type { Scenario } from "../simulator/types.ts";

/** What pages read of the articles' folders while they are rendered. Each throws where there is no such thing. */
export interface ArticleFiles {
  article(id: string): Article;
  /** The bytes that the article was imported from. */
  source(id: string): Uint8Array;
  /** The scenario, proved against its article. */
  scenario(id: string): Scenario;
}
