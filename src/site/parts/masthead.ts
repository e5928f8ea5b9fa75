import type { ArticlePage } from "../article-page.ts";
import { markup, type Markup } from "../markup.ts";
import type { StatusPart } from "../status.ts";
import { articleNumber } from "./article-number.ts";

/** The article's number, title and status. */
export function masthead({ id, front, status }: ArticlePage): Markup {
  return markup`
    <header class="masthead">
      <p class="masthead-number">${articleNumber(id)}</p>
      <h1 id="title">${front.title}</h1>
      ${status.length > 0 && statusOf(status)}
    </header>`;
}

function statusOf(parts: readonly StatusPart[]): Markup {
  return markup`
    <p class="status" data-pagefind-ignore="all">
      ${parts.map(statusPart)}
    </p>`;
}

function statusPart({ text, target }: StatusPart, index: number): Markup {
  const dot = index > 0 && markup`<span> &middot; </span>`;
  return markup`${dot}<a href="#${target}">${text}</a>`;
}
