import { SearchClient } from "../client.ts";
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

/** The header's search dialog: a combobox whose list is the results (ARIA Authoring Practices, "Combobox"). */

let started = false;

/** Brings the open dialog to life; done once a page. */
export function start(dialog: HTMLDialogElement): void {
  if (started) return;
  started = true;
  new SearchDialog(dialog).listen();
}

/** Results shown; the search page has the rest. */
const LIMIT = 8;

class SearchDialog {
  #dialog: HTMLDialogElement;
  #base: string;
  #client: SearchClient;
  #field = part("search-dialog-field", HTMLInputElement);
  #list = part("search-dialog-list", HTMLUListElement);
  #status = part("search-dialog-status", HTMLParagraphElement);
  #all = part("search-dialog-all", HTMLAnchorElement);
  #active = -1;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#base = dialog.dataset["base"] ?? "/";
    this.#client = new SearchClient(`${this.#base}pagefind/`);
  }

  listen(): void {
    this.#field.addEventListener("input", () => void this.#search());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#list.addEventListener("click", (event) => this.#click(event));
    part("search-dialog-form", HTMLFormElement).addEventListener("submit", (event) => {
      const address = this.#options()[this.#active]?.dataset["address"];
      if (address === undefined) return;
      event.preventDefault();
      location.assign(address);
    });
    part("search-dialog-close", HTMLButtonElement).addEventListener("click", () =>
      this.#dialog.close(),
    );
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    this.#field.focus();
    if (this.#field.value !== "") void this.#search();
  }

  async #search(): Promise<void> {
    const text = this.#field.value;
    this.#all.href = `${this.#base}search/?${new URLSearchParams({ q: text })}`;
    if (text.trim() === "") return this.#show(text, NO_ANSWER);
    try {
      const answer = await this.#client.ask({
        text,
        filters: {},
        sort: "relevance",
        counted: false,
        literal: false,
        unfinished: !/\s$/.test(text),
        limit: LIMIT,
      });
      if (answer && this.#field.value === text) this.#show(text, answer);
    } catch {
      this.#status.textContent =
        "The search could not be loaded. The browse pages list every article.";
    }
  }

  #show(text: string, answer: Answer): void {
    this.#list.replaceChildren(
      ...answer.results.map((result, index) => this.#option(result, index)),
    );
    this.#status.textContent = `${summary(text, answer)} ${correctionText(answer)}`.trim();
    this.#field.setAttribute("aria-expanded", String(answer.results.length > 0));
    this.#activate(-1);
  }

  #option(result: Result, index: number): HTMLLIElement {
    const address = this.#base + (result.section?.url ?? result.url);
    const place = result.section === undefined ? "" : ` · in ${result.section.heading}`;
    return element(
      "li",
      {
        role: "option",
        id: `search-option-${index}`,
        "aria-selected": "false",
        "data-address": address,
      },
      element("span", { class: "result-number" }, result.id),
      element("span", { class: "result-title" }, ...segments(result.title)),
      element("span", { class: "result-facts" }, tellingFacts(result) + place),
      element("span", { class: "result-excerpt" }, ...segments(result.excerpt)),
    );
  }

  #key(event: KeyboardEvent): void {
    const last = this.#options().length - 1;
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1 }[event.key];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    this.#activate(to > last ? -1 : to < -1 ? last : to);
  }

  /** -1: the field itself. */
  #activate(index: number): void {
    this.#active = index;
    for (const [at, option] of this.#options().entries()) {
      option.setAttribute("aria-selected", String(at === index));
      if (at === index) option.scrollIntoView({ block: "nearest" });
    }
    if (index < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", `search-option-${index}`);
  }

  #click(event: MouseEvent): void {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    const address = option?.dataset["address"];
    if (address === undefined) return;
    if (event.ctrlKey || event.metaKey) open(address, "_blank", "noopener");
    else location.assign(address);
  }

  #options(): HTMLLIElement[] {
    return [...this.#list.querySelectorAll<HTMLLIElement>("[role=option]")];
  }
}
