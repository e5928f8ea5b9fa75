import { asciiHtml } from "../../article/html.ts";
import { markup, Markup } from "../markup.ts";
import styles from "../styles/replay.css?url";
import type { ReplayLane, ReplayMoment, ReplayPage } from "../replay-page.ts";

/**
 * The failure as the article tells it, and what it offers to do, in two lanes. A radio button at each line says how far
 * the reader has gone; the style sheet alone does the rest, so that there is no script. Its style sheet is linked here and
 * not imported, so that pages without a replay carry none of it.
 */
export function replay({ versions, lanes }: ReplayPage): Markup {
  return markup`
    <section id="replay" class="replay-band" aria-labelledby="replay-title">
      <link rel="stylesheet" href="${styles}">
      <form class="replay">
        <h2 id="replay-title">As the article tells it</h2>
        <p class="replay-hint">
          <span class="replay-how">Choose a line to go as far as it and see what the article shows there.</span>
          <button class="replay-again" type="reset">Start again</button>
        </p>
        ${versions.length > 0 && versionsOf(versions)}
        <div class="replay-lanes" role="radiogroup" aria-labelledby="replay-title">
          ${lanes.map(lane)}
        </div>
        <p class="replay-hint">Every text shown stands in the article.</p>
      </form>
    </section>`;
}

function versionsOf(versions: ReplayPage["versions"]): Markup {
  return markup`
    <fieldset class="replay-versions">
      <legend>On</legend>
      ${versions.map(version)}
    </fieldset>`;
}

function version(lines: readonly string[], index: number): Markup {
  const checked = index === 0 && markup` checked`;
  return markup`
    <label>
      <input type="radio" name="replay-version" value="${index}"${checked}>
      <span>${lines.map((line) => markup`<span class="replay-version">${line}</span>`)}</span>
    </label>`;
}

function lane({ title, moments }: ReplayLane, number: number): Markup {
  return markup`
    <section class="replay-lane">
      <h3>${title}</h3>
      <ol>${moments.map((one, index) => moment(one, `replay-shown-${number}-${index}`))}</ol>
    </section>`;
}

function moment(moment: ReplayMoment, shownId: string): Markup {
  const { from, under, or, html, more } = moment;
  return markup`
    <li${moment.for !== undefined && markup` data-for="${moment.for}"`}>
      ${from && markup`<p class="replay-from"><a href="${from.href}">${from.heading || "The article"}</a></p>`}
      ${under && markup`<p class="replay-under">${under}</p>`}
      ${or && markup`<p class="or">${or}</p>`}
      ${line(moment, shownId)}
      ${html !== "" && markup`<div class="replay-shown" id="${shownId}">${new Markup(html)}</div>`}
      ${more && readOn(more)}
    </li>`;
}

function line({ isEnd, html, marker, label, text }: ReplayMoment, shownId: string): Markup {
  const described = html !== "" && markup` aria-describedby="${shownId}"`;
  return markup`
    <label class="${isEnd ? "replay-line replay-end" : "replay-line"}">
      <input type="radio" name="replay-moment"${described}>
      <span>
        ${marker && markup`<span class="replay-marker">${new Markup(asciiHtml(marker))}</span>`}
        ${label && markup`<b>${label}: </b>`}
        ${text}
        ${text === "" && markup`<span class="unseen">What is shown</span>`}
      </span>
    </label>`;
}

function readOn(address: string): Markup {
  return markup`
    <p class="replay-more">
      <a href="${address}" aria-label="The article says more here">&hellip;</a>
    </p>`;
}
