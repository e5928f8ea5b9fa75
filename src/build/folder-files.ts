import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle } from "../article/file.ts";
import { formatPlace } from "../article/finding.ts";
import { pathOf } from "../article/id.ts";
import type { Article } from "../article/schema.ts";
import type { Scenario } from "../simulator/types.ts";
import { contentOf, type ArticleContent } from "../site/article-content.ts";
import type { ArticleFiles } from "../site/files.ts";
import { ifThere } from "./file-parts.ts";
import type { ContentPlaces } from "./folders.ts";
import { KeptContents } from "./kept-contents.ts";
import { readProof } from "./proof-file.ts";

/** What pages read of the articles' folders. What was read already for another task is not read again. */
export class FolderFiles implements ArticleFiles {
  places: ContentPlaces = { content: "content", projectContent: "content" };
  /** Files of proved scenarios, by article. */
  proofs: Readonly<Record<string, string>> = {};
  #kept = new KeptContents();

  /** Keeps an article for its page. */
  keep(id: string, content: ArticleContent): void {
    this.#kept.keep(id, content);
  }

  /** Forgets the articles that were kept. */
  close(): void {
    this.#kept.close();
  }

  content(id: string): ArticleContent {
    return this.#kept.take(id) ?? contentOf(readArticleOf(this.places, id));
  }

  source(id: string): Uint8Array {
    return readFileSync(join(this.places.content, pathOf(id), "source.txt"));
  }

  scenario(id: string): Scenario {
    const file = this.proofs[id];
    const proof = file && ifThere(() => readProof(file));
    if (!proof) throw new Error(`the scenario of ${id} was not proved: the findings say why`);
    return proof.scenario;
  }
}

export function readArticleOf({ content }: ContentPlaces, id: string): Article {
  const file = join(content, pathOf(id), "index.md");
  const { article, findings } = readArticle(readFileSync(file, "utf8"), file);
  if (article !== undefined) return article;
  const [first] = findings;
  throw new Error(first === undefined ? file : `${formatPlace(first.place)} ${first.reason}`);
}
