import { randomUUID } from "node:crypto";
import { createApp } from "astro/app/entrypoint";
import type { ArticleFiles } from "../site/files.ts";
import type { PageInput, PagePlan } from "../site/page.ts";
import { isBatchable } from "../site/models/article.ts";
import { pagesOf } from "./batch.ts";

/** The entry of the renderer that Astro builds; see `renderer.ts`. */

const app = createApp({ streaming: false });

/** Renders pages to their bytes, in their order. Throws where one of them cannot be rendered. */
export async function render(
  pages: readonly PagePlan[],
  files: ArticleFiles,
): Promise<Uint8Array[]> {
  const together = pages.filter(isBatchable);
  const rendered = together.length > 1 ? await renderBatch(together, files) : NONE;
  const bytes: Uint8Array[] = [];
  for (const page of pages) {
    bytes.push(rendered.get(page) ?? (await renderOne(page.address, { model: page.model, files })));
  }
  return bytes;
}

const NONE: ReadonlyMap<PagePlan, Uint8Array> = new Map();

/** Pages of articles, in one go. Where that fails nothing is rendered, and each page by itself will tell whose fault it is. */
async function renderBatch(
  pages: readonly PagePlan[],
  files: ArticleFiles,
): Promise<ReadonlyMap<PagePlan, Uint8Array>> {
  const { address, model } = pages[0] as PagePlan;
  const mark = randomUUID();
  const batch = { models: pages.map(({ model }) => model), mark };
  const response = await respond(address, { model, files, batch });
  if (response.status !== 200) return NONE;
  const bytes = pagesOf(Buffer.from(await response.arrayBuffer()), mark);
  return new Map(pages.map((page, index) => [page, bytes[index] as Buffer]));
}

async function renderOne(address: string, input: PageInput): Promise<Uint8Array> {
  const response = await respond(address, input);
  if (response.status !== 200 && address !== LOST) {
    throw new Error(`${address}: the page answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

function respond(address: string, input: PageInput): Promise<Response> {
  const url = new URL(import.meta.env.BASE_URL + routeOf(address), import.meta.env.SITE);
  return app.render(new Request(url), { locals: input });
}

const LOST = "404.html";

function routeOf(address: string): string {
  return address === LOST ? "404/" : address;
}
