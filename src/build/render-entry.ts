import { randomUUID } from "node:crypto";
import { createApp } from "astro/app/entrypoint";
import type { ArticleFiles } from "../site/files.ts";
import type { PageInput, PagePlan } from "../site/page.ts";
import { templateOf } from "../site/templates.ts";
import { pagesOf } from "./batch.ts";

/** The entry of the renderer that Astro builds; see `renderer.ts`. */

const app = createApp({ streaming: false });

/** Renders pages to their bytes, in their order. Throws where one of them cannot be rendered. */
export async function render(
  pages: readonly PagePlan[],
  files: ArticleFiles,
): Promise<Uint8Array[]> {
  const rendered = new Map<PagePlan, Uint8Array>();
  for (const [template, alike] of Map.groupBy(pages, templateOf)) {
    const bytes = template && alike.length > 1 ? await renderBatch(alike, files) : [];
    for (const [index, page] of bytes.entries()) rendered.set(alike[index] as PagePlan, page);
  }
  const all: Uint8Array[] = [];
  for (const page of pages) {
    all.push(rendered.get(page) ?? (await renderOne(page.address, { model: page.model, files })));
  }
  return all;
}

/** Pages of one template, in one go. Where that fails nothing is rendered, and each page by itself will tell whose fault it is. */
async function renderBatch(
  pages: readonly PagePlan[],
  files: ArticleFiles,
): Promise<readonly Uint8Array[]> {
  const { address, model } = pages[0] as PagePlan;
  const mark = randomUUID();
  const batch = { models: pages.map(({ model }) => model), mark };
  const response = await respond(address, { model, files, batch });
  if (response.status !== 200) return [];
  return pagesOf(Buffer.from(await response.arrayBuffer()), mark);
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
