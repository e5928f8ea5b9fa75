/** Calls components until only elements and texts are left. Components are plain functions, without state of their own. */

import type { ComponentChild, VNode } from "preact";

export type Props = Readonly<Record<string, unknown>>;

export interface Described {
  readonly type: string;
  readonly props: Props;
}

/** Neighbouring texts become one, as a browser reads them. */
export function describe(content: ComponentChild): (string | Described)[] {
  const found: (string | Described)[] = [];
  collect(content, found);
  return found;
}

function collect(content: ComponentChild, into: (string | Described)[]): void {
  if (content === null || content === undefined || typeof content === "boolean") return;
  if (Array.isArray(content)) {
    for (const child of content) collect(child as ComponentChild, into);
  } else if (typeof content === "object") {
    const { type, props } = content as VNode;
    if (typeof type === "string") into.push({ type, props: props });
    else collect((type as (props: unknown) => ComponentChild)(props), into);
  } else {
    const last = into.at(-1);
    const text = String(content);
    if (typeof last === "string") into[into.length - 1] = last + text;
    else into.push(text);
  }
}
