import { expect, test } from "vitest";
import { asciiHtml, unescapeHtml } from "./html.ts";

test("characters that ASCII lacks are written as references, and mark-up is escaped", () => {
  expect(asciiHtml("“as is” – © <b> & 😀")).toBe(
    "&#8220;as is&#8221; &#8211; &#169; &lt;b&gt; &amp; &#128512;",
  );
  expect(unescapeHtml(asciiHtml("a < b & c"))).toBe("a < b & c");
});
