/**
 * Makes an element's content equal to what components describe, in place: a node that can stay, stays, with its focus,
 * its selection and its place on the screen. What was there before is read from the page itself, so taking over static
 * HTML is no different from any later change. A framework that does this would be a sixth of all that the instrument may
 * weigh. Siblings are told apart by their tags.
 */

import type { ComponentChild } from "preact";
import { describe, type Described, type Props } from "./describe.ts";

/** What was described last of an element that this module has seen. */
const lastProps = new WeakMap<Element, Props>();

export function patch(parent: Element, content: ComponentChild): void {
  let node = parent.firstChild;
  for (const child of describe(content)) {
    const found = findLike(node, child);
    if (found !== null) removeUntil(node, found);
    const present = found ?? parent.insertBefore(create(child, parent), node);
    update(present, child);
    node = present.nextSibling;
  }
  removeUntil(node, null);
}

/** The first of the node and its followers that the description fits. */
function findLike(node: ChildNode | null, child: string | Described): ChildNode | null {
  const name = typeof child === "string" ? "#text" : child.type;
  let found = node;
  while (found !== null && found.nodeName.toLowerCase() !== name) found = found.nextSibling;
  return found;
}

function removeUntil(node: ChildNode | null, end: ChildNode | null): void {
  while (node !== null && node !== end) {
    const gone = node;
    node = node.nextSibling;
    gone.remove();
  }
}

const SVG = "http://www.w3.org/2000/svg";

function create(child: string | Described, parent: Element): ChildNode {
  if (typeof child === "string") return document.createTextNode(child);
  const isDrawn = child.type === "svg" || parent.namespaceURI === SVG;
  return isDrawn ? document.createElementNS(SVG, child.type) : document.createElement(child.type);
}

function update(node: ChildNode, child: string | Described): void {
  if (typeof child === "string") {
    if (node.nodeValue !== child) node.nodeValue = child;
  } else if (node instanceof Element) {
    const { children, dangerouslySetInnerHTML: isKept, ...props } = child.props;
    const before = lastProps.get(node) ?? attributesOf(node);
    lastProps.set(node, props);
    if (isKept === undefined) patch(node, children as ComponentChild);
    for (const name of Object.keys({ ...before, ...props }))
      set(node, name, props[name], before[name]);
  }
}

/** What an element has that was there before this module: whatever is not described is to go. */
function attributesOf(node: Element): Props {
  return Object.fromEntries(node.getAttributeNames().map((name) => [name, ""]));
}

/** Live state, of which the attribute of that name is only the beginning. */
const STATES = ["value", "checked", "selected"];

function set(node: Element, name: string, value: unknown, before: unknown): void {
  if (name.startsWith("on")) {
    if (before === undefined) node.addEventListener(name.slice(2).toLowerCase(), call);
  } else if (STATES.includes(name)) {
    const live = node as unknown as Props & Record<string, unknown>;
    const wanted = typeof value === "number" ? `${value}` : value;
    if (live[name] !== wanted) live[name] = wanted;
  } else {
    const text = attribute(name, value);
    if (text === null) node.removeAttribute(name);
    else if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
}

/** The text of an attribute; null where it is not to be there. */
function attribute(name: string, value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number") return `${value}`;
  if (typeof value !== "boolean") return null;
  return /^(aria-|data-|spell)/.test(name) ? `${value}` : value ? "" : null;
}

/** One listener for each element and event; it calls what was described last. */
function call(this: Element, event: Event): void {
  for (const [name, listener] of Object.entries(lastProps.get(this) ?? {}))
    if (name.toLowerCase() === `on${event.type}`) (listener as EventListener).call(this, event);
}
