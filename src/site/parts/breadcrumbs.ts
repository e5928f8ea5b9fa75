import { markup, type Markup } from "../markup.ts";
import type { Crumb } from "../structured-data.ts";

/** The way from the home page to here; the last step is the page itself and no link. */
export function breadcrumbs(crumbs: readonly Crumb[]): Markup {
  const here = crumbs.length - 1;
  const steps = crumbs.map((crumb, index) => markup`<li>${step(crumb, index === here)}</li>`);
  return markup`
    <nav class="breadcrumbs" aria-label="Breadcrumbs" data-pagefind-ignore="all"><ol>${steps}</ol></nav>`;
}

function step({ name, href }: Crumb, isHere: boolean): Markup {
  return isHere
    ? markup`<span aria-current="page">${name}</span>`
    : markup`<a href="${href}">${name}</a>`;
}
