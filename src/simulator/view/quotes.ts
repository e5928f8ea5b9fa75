/** A glyph leads to the sentence in the article: the link goes to its section, this to the very words. */

/** Name of the highlight in the style sheet. */
const HIGHLIGHT = "sim-quoted";

export function showQuotes(host: HTMLElement): void {
  host.addEventListener("click", ({ target }) => {
    const link =
      target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-words]") : null;
    const section = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const range =
      section && rangeOf(section.closest("section") ?? section, link.dataset["words"] ?? "");
    if (range) setTimeout(() => show(range));
  });
}

/** After the browser has gone to the section. */
function show(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  if ("highlights" in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
}

/** Where the words stand in the element, any run of white space being equal to any other. */
export function rangeOf(element: Element, words: string): Range | undefined {
  const pattern = words.trim().split(/\s+/).map(literal).join("\\s+");
  const { text, place } = textOf(element);
  const match = new RegExp(pattern).exec(text);
  if (match === null) return undefined;
  const range = document.createRange();
  range.setStart(...place(match.index));
  range.setEnd(...place(match.index + match[0].length));
  return range;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** The element's text, and the node and offset at which a place in it lies. */
function textOf(element: Element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: { node: Node; start: number }[] = [];
  let text = "";
  while (walker.nextNode()) {
    pieces.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.nodeValue ?? "";
  }
  const place = (at: number): [Node, number] => {
    const piece = pieces.findLast(({ start }) => start <= at);
    return piece === undefined ? [element, 0] : [piece.node, at - piece.start];
  };
  return { text, place };
}
