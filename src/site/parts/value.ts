import { config } from "../../config.ts";
import { at, facetAddress } from "../address.ts";
import { markup, type Markup } from "../markup.ts";
import type { ValueModel } from "../models/lists.ts";
import { counted, formatCount } from "../numbers.ts";
import type { PageParts } from "../page.ts";
import { articleList } from "./article-list.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { head } from "./head.ts";
import { pager } from "./pager.ts";

/** A page of the articles that have a value of a facet, with the way to it. */
export function valueParts(model: ValueModel): PageParts {
  const { facet, value, number } = model;
  const own = head({
    title: `${value.label}${number > 1 ? `, page ${number}` : ""}`,
    description: `${counted(value.count, "article")}: ${value.label}.`,
    address: facetAddress(facet.name, value, number),
  });
  return { head: String(own), body: String(body(model)) };
}

function body({ facet, value, rows, number, count }: ValueModel): Markup {
  const { label, text } = value;
  const crumbs = [
    { name: config.title, href: at("") },
    { name: facet.title, href: facetAddress(facet.name) },
    { name: label, href: facetAddress(facet.name, value) },
  ];
  const addressOf = (page: number) => facetAddress(facet.name, value, page);
  return markup`
    ${breadcrumbs(crumbs)}
    <main id="main" class="sheet">
      <header class="sheet-head">
        <h1>${label}${label !== text && markup` <code>${text}</code>`}</h1>
        <p>${counted(value.count, "article")}${count > 1 && `, ${shownOf(number, rows.length)}`}</p>
      </header>
      ${articleList(label, rows)}
      ${pager({ number, count, addressOf })}
    </main>`;
}

/** `201 to 400 shown` */
function shownOf(number: number, rows: number): string {
  const first = (number - 1) * config.pageSize + 1;
  return `${formatCount(first)} to ${formatCount(first + rows - 1)} shown`;
}
