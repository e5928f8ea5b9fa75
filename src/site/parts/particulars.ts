import { wordOf } from "../../config.ts";
import { articleAddress } from "../address.ts";
import type { ArticlePage } from "../article-page.ts";
import type { Field, FieldValue } from "../fields.ts";
import { markup, type Markup } from "../markup.ts";

/** The margin column: the article's identity and metadata, each value with its address or code. */
export function particulars({ id, fields, technology }: ArticlePage): Markup {
  return markup`
    <aside class="particulars" id="about" aria-labelledby="about-title">
      <h2 id="about-title">About this article</h2>
      <dl>
        <div class="field" data-field="id">
          <dt>Article</dt>
          <dd><a class="permalink" href="${articleAddress(id)}" rel="bookmark">${id}</a></dd>
        </div>
        ${fields.map(field)}
      </dl>
      ${technology.length > 0 && technologyOf(technology)}
    </aside>`;
}

function field({ name, label, id, values }: Field): Markup {
  const target = id !== undefined && markup` id="${id}"`;
  return markup`
    <div class="field" data-field="${name}"${target}>
      <dt>${label}</dt>
      ${values.map(valueOf)}
    </div>`;
}

function valueOf({ text, code, href, day }: FieldValue): Markup {
  const shown = day === undefined ? text : markup`<time datetime="${day}">${text}</time>`;
  const linked = href === undefined ? shown : markup`<a href="${href}">${shown}</a>`;
  const coded = code !== undefined && markup` <code>${code}</code>`;
  return markup`<dd data-value="${day ?? code ?? text}">${linked}${coded}</dd>`;
}

function technologyOf(codes: readonly string[]): Markup {
  return markup`
    <details class="technology" data-field="technology">
      <summary>Technology</summary>
      <ul>${codes.map((code) => markup`<li><code>${code}</code> ${wordOf(code)}</li>`)}</ul>
    </details>`;
}
