import { SearchClient } from "../client.ts";
import { FILTER_NAMES, type FilterName } from "../filters.ts";
import type { Counts } from "../facts.ts";
import type { Result } from "../result.ts";
import type { Answer } from "../searcher.ts";
import {
  NO_ANSWER,
  correctionText,
  element,
  part,
  segments,
  summary,
  tellingFacts,
} from "./results.ts";
import { FIRST_RESULTS, readState, writeState, type SearchState } from "./state.ts";

/** The search page: results as one types, the whole state in the address. */

const TRIAL_LABELS: Record<string, string> = {
  simulator: "a simulator",
  replay: "a replay",
  none: "nothing to try",
};

class SearchPage {
  #form = part("search-form", HTMLFormElement);
  #field = part("search-field", HTMLInputElement);
  #filters = part("search-filters", HTMLDetailsElement);
  #status = part("search-status", HTMLParagraphElement);
  #results = part("search-results", HTMLOListElement);
  #correction = part("search-correction", HTMLParagraphElement);
  #more = part("search-more", HTMLButtonElement);
  #help = part("search-help", HTMLDivElement);
  #base = this.#form.dataset["base"] ?? "/";
  #client = new SearchClient(`${this.#base}pagefind/`);
  #limit = FIRST_RESULTS;
  #literal = false;
  /** The last word may go on. */
  #typing = false;
  /** The present history entry is one to come back to: typing on makes a new one. */
  #settled = true;

  start(): void {
    this.#filters.hidden = false;
    this.#field.addEventListener("input", () => this.#changed("typing"));
    this.#field.addEventListener("keydown", (event) => this.#arrow(event, -1));
    this.#results.addEventListener("keydown", (event) => this.#arrow(event, this.#focused()));
    for (const select of this.#selects())
      select.addEventListener("change", () => this.#changed("choice"));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#settled = true;
      this.#typing = false;
      void this.#search();
    });
    this.#filters.addEventListener("toggle", () => {
      if (this.#filters.open) void this.#search();
    });
    this.#more.addEventListener("click", () => this.#showMore());
    addEventListener("popstate", () => this.#restore());
    this.#restore();
    if (this.#field.value === "") this.#field.focus();
  }

  /** Takes the state from the address. */
  #restore(): void {
    const state = readState(location.search);
    this.#settled = true;
    this.#typing = false;
    this.#field.value = state.text;
    this.#limit = state.limit;
    this.#literal = state.literal;
    for (const select of this.#selects()) {
      const value =
        select.name === "sort"
          ? state.sort === "date"
            ? "date"
            : ""
          : state.filters[select.name as FilterName];
      choose(select, value ?? "");
    }
    if (Object.keys(state.filters).length > 0 || state.sort === "date") this.#filters.open = true;
    void this.#search();
  }

  #state(): SearchState {
    const chosen = new Map(this.#selects().map((select) => [select.name, select.value]));
    const filters = FILTER_NAMES.flatMap((name) => {
      const value = chosen.get(name);
      return value ? [[name, value] as const] : [];
    });
    return {
      text: this.#field.value,
      filters: Object.fromEntries(filters),
      sort: chosen.get("sort") === "date" ? "date" : "relevance",
      literal: this.#literal,
      limit: this.#limit,
    };
  }

  #changed(how: "typing" | "choice"): void {
    this.#limit = FIRST_RESULTS;
    this.#typing = how === "typing";
    if (this.#typing) this.#literal = false;
    const address = this.#address();
    if (this.#settled || how === "choice") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.#settled = how === "choice";
    void this.#search();
  }

  #showMore(): void {
    const next = this.#results.children.length;
    this.#limit = next + FIRST_RESULTS;
    history.replaceState(null, "", this.#address());
    void this.#search().then(() => this.#links()[next]?.focus());
  }

  #address(): string {
    const query = writeState(this.#state());
    return query === "" ? location.pathname : `?${query}`;
  }

  async #search(): Promise<void> {
    const state = this.#state();
    if (state.text.trim() === "") return this.#show(state, NO_ANSWER);
    this.#results.setAttribute("aria-busy", "true");
    try {
      const unfinished = this.#typing && !/\s$/.test(state.text);
      const answer = await this.#client.ask({ ...state, unfinished, counted: this.#filters.open });
      if (answer) this.#show(state, answer);
    } catch {
      this.#status.textContent = "The search could not be loaded.";
      this.#help.replaceChildren(this.#lists());
    }
  }

  #show(state: SearchState, answer: Answer): void {
    this.#results.replaceChildren(...answer.results.map((result) => this.#result(result)));
    this.#results.removeAttribute("aria-busy");
    this.#status.textContent = summary(state.text, answer);
    this.#correction.replaceChildren(...this.#corrected(answer));
    this.#more.hidden = answer.results.length >= answer.total;
    const lost = answer.total === 0 && state.text.trim() !== "";
    this.#help.replaceChildren(...(lost ? this.#waysOut(state, answer) : []));
    if (answer.counts) this.#offer(answer.counts);
  }

  /** Says what mistyped words were taken for, and offers to take them as typed. */
  #corrected(answer: Answer): Node[] {
    const text = correctionText(answer);
    if (text === "") return [];
    const undo = element("button", { type: "button" }, "Search for exactly what I typed");
    undo.addEventListener("click", () => {
      this.#literal = true;
      this.#changed("choice");
      this.#field.focus();
    });
    return [document.createTextNode(`${text} `), undo];
  }

  /** What to do where nothing was found. In the page only then: what stands beside results would be taken for one. */
  #waysOut({ filters }: SearchState, { nearest }: Answer): Node[] {
    const links = nearest.flatMap((word) => [
      " ",
      element("a", { href: `?${new URLSearchParams({ q: word })}` }, word),
    ]);
    return [
      ...(Object.keys(filters).length > 0 ? [this.#withoutFilters()] : []),
      ...(links.length > 0 ? [element("p", {}, "Spelt nearly alike:", ...links)] : []),
      this.#lists(),
    ];
  }

  #withoutFilters(): Node {
    const button = element("button", { type: "button" }, "Search without the filters");
    button.addEventListener("click", () => {
      for (const select of this.#selects()) if (select.name !== "sort") select.value = "";
      this.#changed("choice");
      this.#field.focus();
    });
    return element("p", {}, button);
  }

  #lists(): Node {
    return part("search-help-text", HTMLTemplateElement).content.cloneNode(true);
  }

  #result(result: Result): HTMLLIElement {
    const section = result.section && [
      "In ",
      element("a", { href: this.#base + result.section.url }, result.section.heading),
    ];
    return element(
      "li",
      {},
      element(
        "a",
        { class: "result-title", href: this.#base + result.url },
        element("span", { class: "result-number" }, result.id),
        " ",
        ...segments(result.title),
      ),
      element("p", { class: "result-facts" }, tellingFacts(result)),
      element("p", { class: "result-excerpt" }, ...segments(result.excerpt)),
      section && element("p", { class: "result-section" }, ...section),
    );
  }

  /** Fills the filters with what the results can be narrowed by. */
  #offer(counts: Counts): void {
    for (const name of FILTER_NAMES) {
      const select = this.#selects().find((one) => one.name === name);
      if (select === undefined) continue;
      const { value } = select;
      const options = counts[name].map(([option, count]) =>
        element("option", { value: option }, `${TRIAL_LABELS[option] ?? option} (${count})`),
      );
      select.replaceChildren(element("option", { value: "" }, "any"), ...options);
      choose(select, value);
    }
  }

  /** Up and Down go from the field to the results and through them. */
  #arrow(event: KeyboardEvent, from: number): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const target = from + step < 0 ? this.#field : this.#links()[from + step];
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  }

  #focused(): number {
    return this.#links().findIndex((link) => link.closest("li")?.contains(document.activeElement));
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#results.querySelectorAll<HTMLAnchorElement>("a.result-title")];
  }

  #selects(): HTMLSelectElement[] {
    return [...this.#form.querySelectorAll("select")];
  }
}

/** Chooses a value, adding it where the results so far did not offer it. */
function choose(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value)) {
    select.append(element("option", { value }, TRIAL_LABELS[value] ?? value));
  }
  select.value = value;
}

new SearchPage().start();
