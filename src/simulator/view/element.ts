/**
 * `<kb-simulator>`: static HTML around which this small module waits. It loads the instrument when the element comes
 * near the window, when the Tab key is pressed, which would skip controls that are not alive yet, or at once when the
 * address holds a run.
 */

import type { Scenario } from "../index.ts";
import { hasRun } from "./hash.ts";

/** How far below the window loading starts. */
const NEAR = "300px";

class KbSimulator extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    if (hasRun(location.hash)) {
      void this.#load().then(() => this.scrollIntoView());
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#load();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(this);
    document.addEventListener("keydown", this.#tabbed);
  }

  readonly #tabbed = ({ key }: KeyboardEvent): void => {
    if (key === "Tab") void this.#load();
  };

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    document.removeEventListener("keydown", this.#tabbed);
  }

  async #load(): Promise<void> {
    this.disconnectedCallback();
    const [{ mount }, scenario] = await Promise.all([
      import("./mount.ts"),
      fetch(this.dataset["scenario"] ?? "").then((answer): unknown => answer.json()),
    ]);
    await mount(this, scenario as Scenario);
  }
}

customElements.define("kb-simulator", KbSimulator);
