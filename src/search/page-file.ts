import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathOf } from "../article/id.ts";
import { readPage, type SearchPage } from "./page.ts";

/** The page of an article in the folder of a built site. */
export function readPageOf(site: string, id: string): SearchPage | undefined {
  return readPage(readFileSync(join(site, pathOf(id), "index.html")));
}
