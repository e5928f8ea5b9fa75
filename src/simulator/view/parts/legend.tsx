/** What glyphs and marks mean. Drawn when the site is built. */

import { NAMES } from "./words.tsx";

const MEANINGS = {
  quoted: "quoted from this article",
  cited: "cited from another",
  inferred: "inferred, ours",
} as const;

export function Legend() {
  return (
    <>
      {Object.values(NAMES).map(([shape, name]) => (
        <span>
          <span aria-hidden="true">{shape}</span> {MEANINGS[name]}
        </span>
      ))}
      <span>
        <span class="sim-filled">dotted</span> filled in
      </span>
      <span>
        <var class="sim-placeholder">slanted</var> the article’s placeholder
      </span>
    </>
  );
}
