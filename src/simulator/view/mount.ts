/** Brings the static instrument to life in place: the model, the page around it, and what leads from one to the other. */

import { decodeRun, encodeRun, type Scenario } from "../index.ts";
import { copy } from "./copy.ts";
import { fetchExtras } from "./extras.ts";
import { load, openingDevice } from "../load.ts";
import { hashOf, hasRun, runIn } from "./hash.ts";
import { lanesOf, type LanePair } from "./lanes.ts";
import * as models from "./model.ts";
import type { Model } from "./model.ts";
import { Instrument, type Doings, type Extras, type Fixed } from "./parts/instrument.tsx";
import { patch } from "./patch.ts";
import { articleAt, instrumentAt, type Place } from "./place.ts";
import { showQuotes } from "./quotes.ts";

/** Milliseconds between two writings of the address: browsers allow only so many. */
const ADDRESS_PAUSE = 300;

/** Pixels below the instrument where it stands alone, for the line that leads back to the article. */
const SOURCE_LINE = 72;

/** What was drawn when the site was built stays as it stands. */
const KEPT: Fixed = { scales: "", legend: "" };

/**
 * Hydrates the element's static HTML; nothing in it is replaced. `scenario` is what the site itself serves. Devices that
 * the opening does not need are fetched when something needs them.
 */
export async function mount(host: HTMLElement, scenario: Scenario): Promise<void> {
  const root = host.querySelector(".sim-root");
  if (root === null) return;
  const extras = fetchExtras(scenario);
  const controller = async (device?: string) =>
    new Controller(root, await load(scenario, device), placeOf(host), await extras);
  const opened = hasRun(location.hash)
    ? controller()
    : controller(openingDevice(scenario)).catch(() => controller());
  (await opened).begin();
  showQuotes(host);
}

function placeOf({ dataset }: HTMLElement): Place {
  return {
    base: dataset["base"] ?? "/",
    id: dataset["id"] ?? "",
    isEmbedded: dataset["embedded"] !== undefined,
  };
}

class Controller {
  readonly #root: Element;
  readonly #place: Place;
  readonly #extras: Extras | undefined;
  #scenario: Scenario;
  /** The scenario with all its devices, once one was missed. */
  #whole: Promise<Scenario> | undefined;
  #model: Model;
  #pair: LanePair;
  #pairIsDue: ReturnType<typeof setTimeout> | undefined;
  #addressIsDue: ReturnType<typeof setTimeout> | undefined;

  constructor(root: Element, scenario: Scenario, place: Place, extras: Extras | undefined) {
    this.#extras = extras;
    this.#root = root;
    this.#scenario = scenario;
    this.#place = place;
    this.#model = this.#opened();
    this.#pair = this.#newPair();
  }

  /** Takes the page over as it was built, with the run of the address where it has one. */
  begin(): void {
    this.#draw();
    addEventListener("hashchange", () => this.#follow());
    addEventListener("pagehide", () => this.#writeAddress());
    // A link that is followed leaves behind an address to come back to.
    this.#root.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a") !== null) this.#writeAddress();
    });
  }

  #instrument() {
    return Instrument({
      scenario: this.#scenario,
      place: this.#place,
      isLive: true,
      model: this.#model,
      pair: this.#pair,
      fixed: KEPT,
      extras: this.#extras,
      doings: this.#doings,
    });
  }

  #draw(): void {
    patch(this.#root, this.#instrument());
    const log = this.#root.querySelector<HTMLElement>(".sim-log");
    if (log !== null && log.dataset["lines"] !== log.dataset["shown"]) {
      log.dataset["shown"] = log.dataset["lines"] ?? "";
      log.scrollTop = log.scrollHeight;
    }
  }

  /** The next model, drawn at once; the lanes, which need both runs played, follow after the next painting. */
  #change(next: (model: Model) => Model): void {
    this.#equipped(() => {
      const before = this.#model;
      this.#model = next(before);
      this.#draw();
      if (before.trace !== this.#model.trace || before.remedy !== this.#model.remedy) this.#later();
    });
  }

  /** Does the work; where a device is missing for it, fetches all that there are and does it then, in the order asked. */
  #equipped(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      this.#whole ??= load(this.#scenario);
      void this.#whole.then((whole) => {
        this.#scenario = whole;
        work();
      });
    }
  }

  #later(): void {
    clearTimeout(this.#pairIsDue);
    this.#pairIsDue = setTimeout(() =>
      this.#equipped(() => {
        this.#pair = this.#newPair();
        this.#draw();
      }),
    );
    clearTimeout(this.#addressIsDue);
    this.#addressIsDue = setTimeout(() => this.#writeAddress(), ADDRESS_PAUSE);
  }

  #newPair(): LanePair {
    return lanesOf(this.#scenario, this.#model.trace, this.#model.remedy);
  }

  readonly #doings: Doings = {
    enter: (input) => this.#change((model) => models.enter(this.#scenario, model, input)),
    slide: (value) => {
      const id = this.#scenario.limit?.of;
      if (id !== undefined && value !== models.stateOf(this.#model).values[id])
        this.#change((model) => models.slide(this.#scenario, model, id, value));
    },
    back: () => this.#change((model) => models.goBack(this.#scenario, model)),
    reset: () => this.#change((model) => models.reset(this.#scenario, model)),
    chooseRemedy: (remedy) => this.#change((model) => models.chooseRemedy(model, remedy)),
    cure: () =>
      this.#change((model) =>
        models.cure(
          this.#scenario,
          model,
          lanesOf(this.#scenario, model.trace, model.remedy).failing,
        ),
      ),
    copyLink: () => void this.#copied(this.#link(), "Link copied."),
    embed: () => void this.#copied(this.#snippet(), "HTML for embedding copied."),
  };

  async #copied(text: string, done: string): Promise<void> {
    const isCopied = await copy(text);
    this.#change((model) =>
      isCopied
        ? models.notify(model, done)
        : models.notify(model, "This browser does not copy by itself: here it is.", text),
    );
  }

  // ------------------------------------------------------------------------------------------------ the address

  /** The article's address with the present run. */
  #link(): string {
    return new URL(articleAt(this.#place, this.#place.id).href, location.href).href + this.#hash();
  }

  #snippet(): string {
    const address = new URL(instrumentAt(this.#place), location.href).href + this.#hash();
    const band = this.#root.closest("kb-simulator") ?? this.#root;
    const height = Math.ceil(band.getBoundingClientRect().height) + SOURCE_LINE;
    const title = `Simulator of ${this.#place.id}`;
    return `<iframe src="${address}" title="${title}" width="100%" height="${height}" allow="clipboard-write"></iframe>`;
  }

  #hash(): string {
    return models.isUntouched(this.#model)
      ? ""
      : hashOf(encodeRun(this.#scenario, this.#model.trace.run));
  }

  /** Replaced, not added, so that Back leaves the page. An anchor of the page's own stays until there is a run to tell. */
  #writeAddress(): void {
    clearTimeout(this.#addressIsDue);
    const hash = this.#hash();
    if (hash === "" && runIn(location.hash) === undefined) return;
    try {
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    } catch {
      // Too many in too short a time, or a frame that may not: the run is simply not in the address.
    }
  }

  #opened(): Model {
    const text = runIn(location.hash);
    if (text === undefined) return models.open(this.#scenario);
    const decoded = decodeRun(this.#scenario, text);
    return decoded.ok
      ? models.open(this.#scenario, decoded.run)
      : models.notify(models.open(this.#scenario), decoded.message);
  }

  /** A run that came into the address while the page was open: a link followed, or pasted. */
  #follow(): void {
    if (runIn(location.hash) === undefined || location.hash === this.#hash()) return;
    this.#change(() => this.#opened());
  }
}
