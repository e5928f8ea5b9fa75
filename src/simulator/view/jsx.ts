/**
 * What JSX becomes: a plain description of an element or of a component's call. `patch.ts` makes a page of it, `html.ts`
 * a text. Typed as Preact types its elements.
 */

import type { ComponentChildren, VNode } from "preact";

export type { JSX } from "preact/jsx-runtime";

export function jsx(type: VNode["type"], props: VNode["props"]): VNode {
  return { type, props, key: null };
}

export { jsx as jsxs, jsx as jsxDEV };

export function Fragment({ children }: { children?: ComponentChildren }): ComponentChildren {
  return children;
}
