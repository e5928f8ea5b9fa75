/** Descriptions as HTML, when the site is built. */

import { h, type ComponentChild, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, type Described } from "./describe.ts";

export function htmlOf(content: ComponentChild): string {
  return renderToString(h("div", null, describe(content).map(asElement))).slice(
    "<div>".length,
    -"</div>".length,
  );
}

/** The same for Preact, which knows how attributes are written and texts escaped. */
function asElement(described: string | Described): string | VNode {
  if (typeof described === "string") return described;
  const { children, ...props } = described.props;
  return h(described.type, props, describe(children as ComponentChild).map(asElement));
}
