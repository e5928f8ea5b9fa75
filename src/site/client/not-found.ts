import { pathOf } from "../../article/id.ts";
import { lostIds } from "../lost.ts";

/**
 * On the page for failed addresses: offers the article whose number is in the address. Whether there is one is found
 * out by asking for its page, so that no list of all articles is needed.
 */
const main = document.querySelector<HTMLElement>("main[data-prefixes]");
const place = document.querySelector<HTMLElement>("#lost-article");
if (main !== null && place !== null) {
  const { pathname, search, hash } = location;
  const prefixes = (main.dataset["prefixes"] ?? "").split(" ");
  void offer(lostIds(pathname + search + hash, prefixes), main.dataset["base"] ?? "/", place);
}

async function offer(ids: readonly string[], base: string, place: HTMLElement): Promise<void> {
  for (const id of ids.slice(0, 6)) {
    const href = `${base}${pathOf(id)}/`;
    const title = await titleAt(href, id);
    if (title === undefined) continue;
    const link = document.createElement("a");
    link.href = href;
    link.textContent = `${id}: ${title}`;
    place.replaceChildren("Its number is that of ", link, ".");
    return;
  }
}

/** The title of the article at this address; undefined where another page or none answers. */
async function titleAt(href: string, id: string): Promise<string | undefined> {
  try {
    const response = await fetch(href);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const article = page.querySelector(`#article[data-kb-id="${id}"] h1`);
    return article?.textContent?.trim() ?? undefined;
  } catch {
    return undefined;
  }
}
