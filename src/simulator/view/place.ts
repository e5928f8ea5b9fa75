/** Where the instrument stands: what its links have to know of the page around it. */

import { pathOf } from "../../article/id.ts";
import type { Provenance } from "../index.ts";

export interface Place {
  /** Base of the site, with a slash at both ends. */
  readonly base: string;
  /** Id of the article. */
  readonly id: string;
  /** True on the page that is the instrument alone, for an `<iframe>`. */
  readonly isEmbedded: boolean;
}

export interface Target {
  readonly href: string;
  /** `_top` where the instrument stands in a frame and the article does not. */
  readonly target?: "_top";
}

export function articleAt({ base, isEmbedded }: Place, id: string, anchor = ""): Target {
  const href = `${base}${pathOf(id)}/${anchor === "" ? "" : `#${anchor}`}`;
  return isEmbedded ? { href, target: "_top" } : { href };
}

export function instrumentAt({ base, id }: Place): string {
  return `${base}${pathOf(id)}/simulator/`;
}

/** Where the reader can see what a provenance rests on; undefined where there is nothing to go to. */
export function targetOf(place: Place, provenance: Provenance): Target | undefined {
  if (provenance.kind === "cited")
    return provenance.checked ? articleAt(place, provenance.article) : undefined;
  if (provenance.kind === "inferred") return undefined;
  return place.isEmbedded
    ? articleAt(place, place.id, provenance.anchor)
    : { href: `#${provenance.anchor}` };
}
