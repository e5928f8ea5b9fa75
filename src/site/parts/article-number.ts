import { groupOf } from "../../article/id.ts";
import { markup, type Markup } from "../markup.ts";

/** An article's number with its group set apart, so that the address is legible in it: `298836` is in `kb/298/`. */
export function articleNumber(id: string): Markup {
  const [, letters = "", digits = ""] = /^([A-Z]+)([0-9]+)$/.exec(id) ?? [];
  const group = digits.length > 3 ? groupOf(id).slice(-(digits.length - 3)) : "";
  return markup`
    <span class="number">
      <span class="letters">${letters}</span>
      <span class="group">${group}</span>
      <span class="rest">${digits.slice(group.length)}</span>
    </span>`;
}
