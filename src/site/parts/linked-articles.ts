import { articleAddress } from "../address.ts";
import { markup, NOTHING, type Markup } from "../markup.ts";
import type { LinkedArticle } from "../models/article.ts";

/** Rows that are shown at once. */
const SHOWN = 20;

/** Articles that an article's page leads to: the first of them, and the rest behind a summary. `id` is that of the heading. */
export function linkedArticles(
  id: string,
  heading: string,
  articles: readonly LinkedArticle[],
): Markup {
  if (articles.length === 0) return NOTHING;
  const rest = articles.slice(SHOWN);
  return markup`
    <section class="linked" aria-labelledby="${id}" data-pagefind-ignore="all">
      <h2 id="${id}">${heading}</h2>
      ${list(articles.slice(0, SHOWN))}
      ${rest.length > 0 && folded(rest)}
    </section>`;
}

function folded(articles: readonly LinkedArticle[]): Markup {
  return markup`<details><summary>${articles.length} more</summary>${list(articles)}</details>`;
}

function list(articles: readonly LinkedArticle[]): Markup {
  return markup`<ul>${articles.map(row)}</ul>`;
}

function row({ id, title }: LinkedArticle): Markup {
  return markup`
    <li>
      <a href="${articleAddress(id)}"><span class="linked-number">${id}</span> ${title}</a>
    </li>`;
}
