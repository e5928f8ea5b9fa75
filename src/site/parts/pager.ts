import type { AddressOfPage } from "../address.ts";
import { markup, NOTHING, type Markup } from "../markup.ts";

interface Pages {
  /** Of the page that is shown; counts from 1. */
  number: number;
  count: number;
  addressOf: AddressOfPage;
}

/** The pages of a list: neighbours, both ends and what lies around the one shown. */
export function pager({ number, count, addressOf }: Pages): Markup {
  if (count === 1) return NOTHING;
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const shown = all.filter((page) => page <= 2 || page > count - 2 || Math.abs(page - number) <= 2);
  return markup`
    <nav class="pager" aria-label="Pages">
      <ul>
        ${number > 1 && markup`<li><a href="${addressOf(number - 1)}" rel="prev">Newer</a></li>`}
        ${shown.map((page, index) => {
          const isAfterGap = index > 0 && shown[index - 1] !== page - 1;
          const current = page === number && markup` aria-current="page"`;
          return markup`
            <li>
              ${isAfterGap && markup`<span class="pager-gap">&hellip;</span>`}
              <a href="${addressOf(page)}"${current}><span class="unseen">Page </span>${page}</a>
            </li>`;
        })}
        ${number < count && markup`<li><a href="${addressOf(number + 1)}" rel="next">Older</a></li>`}
      </ul>
    </nav>`;
}
