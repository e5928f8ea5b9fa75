import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { renderMarkdown } from "./render.ts";

const nothing = { titleOf: () => undefined, linkTo: () => undefined };
const html = (markdown: string) => renderMarkdown(markdown, nothing).html;

describe("on plain CommonMark and GFM", () => {
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);

  /** The one HTML in two spellings: character references by number or name, a line end at the end or not, heading ids. */
  function normal(text: string): string {
    return text
      .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
      .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? "")
      .replace(/<(h[1-6]) id="[^"]*">/g, "<$1>")
      .trim();
  }
  const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

  test.each([
    ["paragraphs", "One\ntwo\n\nThree"],
    ["headings", "# One\n\nTwo\n===\n\n### Three ###\n\nFour\n----"],
    ["emphasis", "*a* **b** ***c*** _d_ __e__ a*b*c a_b_c **a*b*c**"],
    ["escapes", "\\*a\\* \\_b\\_ \\\\ \\<x\\> \\# \\[y\\] domain\\user/mailbox C:\\\\WINNT"],
    ["character references", "&amp; &lt;b&gt; &copy; &#65; &nope; &#x26;"],
    ["markup characters", "a < b > c & d \" ' ` {{ x }} {% raw %} $x$ a|b ^ ~ :: :::"],
    ["hard breaks", "one  \ntwo\\\nthree"],
    ["code spans", "`a` `` b`c `` ` d ` `<e>`"],
    ["code blocks", "```\na <b>\n  c\n```\n\n    indented\n\n      more\n\n~~~\n```\n~~~"],
    ["an open fence", "```\nnever closed"],
    ["block quotes", "> a\n> b\n>\n> > c\n\nd"],
    ["bullet lists", "- a\n- b\n  - c\n\n    d\n- e\n\n* f\n+ g"],
    ["numbered lists", "1. a\n2. b\n   1. c\n\n10. d\n\n7) e\n8) f"],
    ["lists that hold blocks", "1. a\n\n   ```\n   code\n   ```\n\n2. b\n\n   > c\n\n3. d"],
    ["lists, loose and tight", "- a\n\n- b\n\n\n- c\n\ntext\n\n- d\n- e"],
    ["rules", "---\n\n***\n\n_ _ _"],
    ["links", '[a](b) [c](<d e> "f") [g][h] [h] <http://i.example/?j=1&k=2>\n\n[h]: /l "m"'],
    ["links that may be there", "[a](http://b) [c](mailto:d@e.f) [g](ftp://h) [i](news:j)"],
    ["pictures beside the article", '![a](b.png "c") ![d *e*][f]\n\n[f]: g.png'],
    ["tables", "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2* | `3` | \\| |\n| 4 |"],
    ["strikethrough", "~~a~~ ~b~ a~~b~~c"],
    ["task lists", "- [ ] a\n- [x] b\n- [y] c"],
    ["literal addresses", "www.a.example http://b.example/c(d). https://e.example e@f.example"],
    ["footnotes", "a[^1] b[^two]\n\n[^1]: c\n[^two]: d\n\n    e"],
    ["front matter's look-alike", "---\na: b\n---\n\nc"],
    ["other scripts", "Ünïcode — “quotes” 日本語 🙂"],
    ["Windows line ends", "a\r\nb\r\n\r\n- c\r\n- d\r\n"],
    ["tabs", "-\ta\n\n\tb\n\n>\tc"],
    ["nothing", ""],
  ])("%s: the HTML is remark's", (_, markdown) => {
    expect(normal(html(markdown))).toBe(normal(String(remark.processSync(markdown))));
  });

  test("any text, its markup escaped, is remark's too", () => {
    const words = fc.array(
      fc.constantFrom("a", "B1", "\\*", "\\_x", "&lt;", "\\\\", "C:\\\\X", "1\\.", "\\#", "“”"),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (paragraphs) => {
        const markdown = paragraphs.map((line) => line.join(" ")).join("\n\n");
        expect(normal(html(markdown))).toBe(normal(String(remark.processSync(markdown))));
      }),
    );
  });
});

describe("headings", () => {
  test("get ids from their words, each once", () => {
    const { headings } = renderMarkdown("## More Information\n\n### `a` & b\n\n### A B", nothing);
    expect(headings).toEqual([
      { depth: 2, text: "More Information", id: "more-information" },
      { depth: 3, text: "a & b", id: "a-b" },
      { depth: 3, text: "A B", id: "a-b-2" },
    ]);
  });

  test("keep clear of ids that the page has", () => {
    const options = { ...nothing, idPrefix: "x-", takenIds: ["x-cause"] };
    expect(renderMarkdown("## Cause", options).html).toBe('<h2 id="x-cause-2">Cause</h2>\n');
  });
});

test("headings move together to the depth that the page wants", () => {
  const options = { ...nothing, topHeading: 2 };
  const tags = (markdown: string) =>
    [...renderMarkdown(markdown, options).html.matchAll(/<(h\d)/g)].map((match) => match[1]);
  expect(tags("a\n\n#### b\n\n##### c")).toEqual(["h2", "h3"]);
  expect(tags("# b\n\n## c")).toEqual(["h2", "h3"]);
  expect(renderMarkdown("### b", options).headings[0]?.depth).toBe(2);
});

describe("references", () => {
  const known = {
    titleOf: (id: string) => (id === "Q100001" ? 'A "title"' : undefined),
    linkTo: (id: string) => (id === "Q100001" ? "/kb/100/Q100001/" : undefined),
  };
  const LINK =
    '<a href="/kb/100/Q100001/" title="A &quot;title&quot;" class="reference">Q100001</a>';

  test("to an article of the site become links", () => {
    expect(renderMarkdown("(see Q100001, Q100002)", known).html).toBe(
      `<p>(see ${LINK}, Q100002)</p>\n`,
    );
  });

  test("stay text in code, in links and inside longer words", () => {
    const text = "`Q100001` [Q100001](x) XQ100001 Q1000011 Q100001_a";
    expect(renderMarkdown(text, known).html).not.toContain("reference");
  });
});

describe("callouts", () => {
  test("begin with their label", () => {
    expect(html("> [!WARNING]\n> Mind *this*.\n>\n> - a")).toBe(
      '<div class="callout warning" role="note">\n<p class="callout-label">Warning</p>\n' +
        "<p>Mind <em>this</em>.</p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n",
    );
  });

  test("need the marker alone on the first line", () => {
    expect(html("> [!NOTE] a")).toBe("<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n");
    expect(html("> [!NOTE]\n>\n> a")).toContain('<p class="callout-label">Note</p>\n<p>a</p>');
  });
});

describe("fences", () => {
  const text = (markup: string) =>
    markup
      .replace(/<figcaption.*?<\/figcaption>/g, "")
      .replace(/<[^>]+>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .trim();

  test("of an event are a list of fields whose text is the record's, to the letter", () => {
    const record =
      "Event ID: 7\nEvent Source:  Spooler\nCategory:\nDescription:\nThe <job> failed:\nUser: none";
    const markup = html(`\`\`\`event\n${record}\n\`\`\``);
    expect(text(markup)).toBe(record);
    expect(markup).toContain("<dt>Event ID:</dt> <dd>7</dd>");
    expect(markup).toContain("<dd>The &lt;job&gt; failed:\nUser: none</dd>");
  });

  test("keep every blank of the text, in lists too", () => {
    const block = "  a \n\n    b\t\n c  ";
    for (const kind of ["text", "transcript", "message", "c"]) {
      const fence = `\`\`\`${kind}\n${block}\n\`\`\``;
      const inItem = `1. x\n\n${fence.replace(/^(?=.)/gm, "   ")}`;
      for (const markdown of [fence, inItem]) {
        expect(/<(?:samp|code)[^>]*>([^]*)<\/(?:samp|code)>/.exec(html(markdown))?.[1]).toBe(block);
      }
    }
  });

  test("of an event that begins otherwise stay as they are", () => {
    expect(html("```event\nThe log says\nType: Error\n```")).toContain("<code>The log says\n");
  });

  test("of a session mark what was typed", () => {
    const markup = html("```transcript\ntelnet <server> 110\n+OK ready\n\nlist\n+OK\n1 100\n```");
    expect(text(markup)).toBe("telnet <server> 110\n+OK ready\n\nlist\n+OK\n1 100");
    expect(markup).toContain("<kbd>telnet &lt;server&gt; 110</kbd>\n+OK");
    expect(markup).toContain("<kbd>list</kbd>\n+OK\n1 100");
  });

  test("name their kind, number themselves and can be scrolled by keyboard", () => {
    const markup = renderMarkdown("```message\na\n```\n\n```message\nb\n```\n\n```vb\nc\n```", {
      ...nothing,
      idPrefix: "cause-",
    }).html;
    expect(markup).toContain('<figure id="cause-message-2" class="block" data-kind="message">');
    expect(markup).toContain(
      '<figcaption data-pagefind-ignore="all">Visual Basic</figcaption><pre tabindex="0"><code class="language-vb">c</code></pre>',
    );
  });
});

describe("what could do harm", () => {
  test("raw HTML is text, with a finding", () => {
    const { html: markup, findings } = renderMarkdown(
      "a <script>alert(1)</script>\n\n<div onclick=x>\nb\n</div>\n\n- <i>\n\n> <!-- c -->",
      { ...nothing, file: "index.md" },
    );
    expect(markup).not.toMatch(/<(script|div|i)\b|<!--/);
    expect(markup).toContain("&lt;div onclick=x&gt;\nb\n&lt;/div&gt;");
    expect(findings[0]).toMatchObject({
      ruleId: "article/raw-html",
      place: { file: "index.md", line: 1, column: 3 },
    });
  });

  test.each([
    "[a](javascript:x)",
    "[a](JaVaScRiPt:x)",
    "[a](&#x6a;avascript:x)",
    "[a](java&#10;script:x)",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "[a][b]\n\n[b]: javascript:x",
    "<javascript:x>",
    "![a](javascript:x)",
  ])("%s loses its address, with a finding", (markdown) => {
    const { html: markup, findings } = renderMarkdown(markdown, nothing);
    expect(markup).not.toMatch(/(?:href|src)="(?!#)/);
    expect(findings[0]?.ruleId).toBe("article/unsafe-link");
  });

  test("a picture from another site is a link", () => {
    expect(html("![a](http://b.example/c.png)")).toBe(
      '<p><a href="http://b.example/c.png">a</a></p>\n',
    );
  });

  test("what stands in an attribute stays in it", () => {
    const parts = fc.constantFrom(
      '[a](b "<h2>c</h2>")',
      '![<p>-or-</p>](d.png "<blockquote>\n<p>[!NOTE]")',
      '[Q1000][e]\n\n[e]: f "Q1000 <th style=&quot;text-align: left&quot;>"',
      "# Q1000 <b>\n",
      "> [!NOTE]\n> Q1000 [a](b '\"<p>or</p>\"')\n",
      "|a|\n|:-:|\n|Q1000|\n",
      "\n-or-\n",
      "```message\n<a title='\n```\n",
      "It was corrected.",
      "- ",
      "> ",
    );
    const options = {
      titleOf: () => 'A "title" with <b>',
      linkTo: (id: string) => `/${id}"<`,
      topHeading: 3,
      anchors: new Map([["It was corrected.", "fixed-in"]]),
    };
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (markdown) => {
        const found = elementsOf(renderMarkdown(markdown.join("\n"), options).html);
        for (const { name, attributes } of found) {
          expect(NAMES).toContain(name);
          for (const attribute of attributes) expect(ATTRIBUTES).toContain(attribute);
        }
      }),
    );
  });

  test("no text whatever yields an element that was not asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const markup = html(`${text}\n\n<script>${text}</script>`);
        expect(markup).not.toMatch(/<(?:script|style|iframe|object)\b|\son\w+=|href="javascript/i);
      }),
    );
  });
});

const NAMES =
  "a blockquote br code div figcaption figure h1 h2 h3 h4 h5 h6 img li ol p pre samp span strong table tbody td th thead tr ul".split(
    " ",
  );
const ATTRIBUTES =
  "href title class id role alt src align tabindex start data-kind data-language data-pagefind-ignore".split(
    " ",
  );

/** The elements of HTML, as a browser reads it. */
function elementsOf(markup: string): { name: string; attributes: string[] }[] {
  const found: { name: string; attributes: string[] }[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => found.push({ name, attributes: Object.keys(attributes) }),
  });
  parser.end(markup);
  return found;
}

test("a line that parts alternatives is set as their divider", () => {
  expect(html("One.\n\n-or-\n\nTwo.")).toContain('<p class="or">-or-</p>');
  expect(html("Either or")).not.toContain("class");
});

test("a sentence gets the id that the page links to", () => {
  const anchors = new Map([["It was corrected in R2.", "fixed-in"]]);
  expect(renderMarkdown("A. It was corrected in R2. B.", { ...nothing, anchors }).html).toBe(
    '<p>A. <span id="fixed-in" class="anchored">It was corrected in R2.</span> B.</p>\n',
  );
});
