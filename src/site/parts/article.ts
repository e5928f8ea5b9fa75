import type { Scenario } from "../../simulator/types.ts";
import { articleView, type ArticleView } from "../article-view.ts";
import type { ArticleFiles } from "../files.ts";
import { markup, type Markup } from "../markup.ts";
import type { ArticleModel } from "../models/article.ts";
import type { PageParts } from "../page.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { contents } from "./contents.ts";
import { head } from "./head.ts";
import { linkedArticles } from "./linked-articles.ts";
import { masthead } from "./masthead.ts";
import { particulars } from "./particulars.ts";
import { replay } from "./replay.ts";
import { sections } from "./sections.ts";
import { strip } from "./strip.ts";

/** An article's page, written. All else of it is let go, so that the data of no more than one page is held. */
export interface WrittenArticle extends PageParts {
  /** What stands after the body: absent where the article has none. */
  simulator?: { id: string; scenario: Scenario; after: string };
}

export function writtenArticle(model: ArticleModel, files: ArticleFiles): WrittenArticle {
  const view = articleView(model, files);
  const { id, scenario } = view.page;
  const { before, after } = articleText(view);
  const own = String(head(view.head));
  return scenario === undefined
    ? { head: own, body: String(before) + String(after) }
    : { head: own, body: String(before), simulator: { id, scenario, after: String(after) } };
}

function articleText({ page, crumbs, related, referrers }: ArticleView): {
  before: Markup;
  after: Markup;
} {
  const { id, front, scenario, source } = page;
  const trial = scenario ? "simulator" : page.replay && "replay";
  const count = trial === undefined ? page.sections.length : page.simulatorAfter;
  const [before, after] = [page.sections.slice(0, count), page.sections.slice(count)];
  const { appliesTo = [] } = front;
  return {
    before: markup`
      ${breadcrumbs(crumbs)}
      <main id="article" class="article" data-kb-id="${id}">
        ${masthead(page)}
        ${strip(page.strip, trial)}
        ${contents({ hasAppliesTo: appliesTo.length > 0, before, trial, after })}
        <div class="text">${appliesTo.length > 0 && appliesToOf(appliesTo)}${sections(before)}</div>`,
    after: markup`
        ${page.replay && replay(page.replay)}
        ${after.length > 0 && markup`<div class="text text-after">${sections(after)}</div>`}
        ${related.length + referrers.length > 0 && linkedLists({ related, referrers })}
        ${particulars(page)}
        ${source !== undefined && sourceText(source)}
      </main>`,
  };
}

function appliesToOf(lines: readonly string[]): Markup {
  return markup`
    <section class="applies-to" data-field="appliesTo">
      <h2 id="applies-to">Applies to</h2>
      <ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>
    </section>`;
}

function linkedLists({ related, referrers }: Pick<ArticleView, "related" | "referrers">): Markup {
  return markup`
    <div class="text text-after linked-lists">
      ${linkedArticles("related", "Related", related)}
      ${linkedArticles("referred-by", "Referred to by", referrers)}
    </div>`;
}

/** The text that the article was imported from, folded away. */
function sourceText(text: string): Markup {
  return markup`
    <details class="source" id="source-text" data-pagefind-ignore="all">
      <summary>Source text</summary>
      <pre tabindex="0">${text}</pre>
    </details>`;
}
