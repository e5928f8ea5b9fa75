import type { Scenario } from "../simulator/types.ts";
import type { ArticleContent } from "./article-content.ts";

/** What pages read of the articles' folders while they are rendered. Each throws where there is no such thing. */
export interface ArticleFiles {
  content(id: string): ArticleContent;
  /** The bytes that the article was imported from. */
  source(id: string): Uint8Array;
  /** The scenario, proved against its article. */
  scenario(id: string): Scenario;
}
