import { expect, test } from "vitest";
import { readPage } from "./page.ts";

const PAGE = `<!doctype html><html><body>
<header data-pagefind-ignore="all">Site header</header>
<main id="article" data-kb-id="Q100">
  <p class="masthead-number">Q100</p>
  <h1>Spooler &amp; Jobs</h1>
  <div data-pagefind-ignore="all"><p>In short</p></div>
  <section><h2 id="symptoms">Symptoms</h2><p title="no id > here">The <em>job</em> waits<br>for ever &mdash; &quot;naïvely&quot;.</p><!-- <p>Not this</p> -->
  <pre>Event ID: 7</pre></section>
  <section id="simulator"><p>Press the button</p><script type="application/json">"</p><main>"</script></section>
  <aside><dl>
    <div data-field="product"><dt>Product</dt><dd data-value="Print Server">Print Server</dd></div>
    <div data-field="issueType"><dd data-value="kbprb"><a href="/types/problem/">Problem</a><code>kbprb</code></dd></div>
    <div data-field="keyword"><dd data-value="kbone">kbone</dd><dd data-value="kbtwo">kbtwo</dd></div>
    <div data-field="modified"><dd data-value="2002-08-16"><time datetime="2002-08-16">16 August 2002</time></dd></div>
  </dl></aside>
</main></body></html>`;

test("an article's page gives its text, block by block, and its fields", () => {
  expect(readPage(Buffer.from(PAGE))).toEqual({
    id: "Q100",
    title: "Spooler & Jobs",
    products: [{ code: "Print Server", text: "Print Server" }],
    keywords: [
      { code: "kbone", text: "kbone" },
      { code: "kbtwo", text: "kbtwo" },
    ],
    issueTypes: [{ code: "kbprb", text: "Problem" }],
    otherWords: [],
    modified: "2002-08-16",
    trial: "simulator",
    blocks: [
      { kind: "heading", text: "Symptoms", id: "symptoms" },
      { kind: "text", text: 'The job waits for ever — "naïvely".' },
      { kind: "quoted", text: "Event ID: 7" },
    ],
  });
});

test("a page that is no article gives nothing", () => {
  expect(readPage(Buffer.from("<main><h1>Products</h1></main>"))).toBeUndefined();
});
