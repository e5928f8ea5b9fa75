import { wordOf } from "../../config.ts";
import { articleAddress } from "../address.ts";
import { shortDate } from "../dates.ts";
import { markup, type Markup } from "../markup.ts";
import type { ArticleRow } from "../models/rows.ts";
import { articleNumber } from "./article-number.ts";

/** Articles as rows: number, title, issue type, day of the last change. `label` says what the list holds to those who do not see what stands above it. */
export function articleList(label: string, rows: readonly ArticleRow[]): Markup {
  return markup`<ol class="articles" aria-label="${label}">${rows.map(articleRow)}</ol>`;
}

function articleRow(row: ArticleRow): Markup {
  const { id, title, modified } = row;
  return markup`
    <li>
      <a href="${articleAddress(id)}">
        ${articleNumber(id)} <span class="articles-title">${title}</span>
      </a> <span class="articles-kind">${kindOf(row)}</span> ${modified && dayOf(modified)}
    </li>`;
}

function kindOf({ issueTypes = [], hasSimulator = false }: ArticleRow): string {
  const types = issueTypes.map((code) => wordOf(code) ?? code);
  return [...types, ...(hasSimulator ? ["simulator"] : [])].join(", ");
}

function dayOf(day: string): Markup {
  return markup`<time datetime="${day}">${shortDate(day)}</time>`;
}
