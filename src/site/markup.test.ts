import { expect, test } from "vitest";
import { markup, Markup, NOTHING } from "./markup.ts";

test("texts are escaped, in attributes too, and markup is not", () => {
  const title = `"Stop" & <go>, it's`;
  const link = markup`<a href="${title}">${title}</a>`;
  const escaped = "&quot;Stop&quot; &amp; &lt;go&gt;, it&#39;s";
  expect(String(link)).toBe(`<a href="${escaped}">${escaped}</a>`);
  expect(String(markup`<li>${link}${new Markup("<hr>")}</li>`)).toBe(
    `<li>${String(link)}<hr></li>`,
  );
});

test("lists are set one after the other, and what is not there is nothing", () => {
  const items = ["a", "b"].map((text) => markup`<li>${text}</li>`);
  expect(String(markup`<ol>${items}</ol>${undefined}${false}${NOTHING}${[]}${0}`)).toBe(
    "<ol><li>a</li><li>b</li></ol>0",
  );
});

test("line ends and indentation of the template are nothing, those of its values stay", () => {
  const text = markup`
    <p>
      ${"two\n  lines"} <b>bold</b>
    </p>`;
  expect(String(text)).toBe("<p>two\n  lines <b>bold</b></p>");
});
