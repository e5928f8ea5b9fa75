import { randomUUID } from "node:crypto";
import { createApp } from "astro/app/entrypoint";
import type { ArticleFiles } from "../site/files.ts";
import type { PageInput, PagePlan } from "../site/page.ts";
import { partsOf, templateOf, type Template } from "../site/templates.ts";
import { framed, frameIn, type Frame } from "./frame.ts";

/** The entry of the renderer that Astro builds; see `renderer.ts`. */

const app = createApp({ streaming: false });

// Why a page cannot be rendered is told to who asked for it; Astro would make a page of it that says nothing.
const renderError = app.renderError.bind(app);
app.renderError = (request, options) =>
  options.error instanceof Error ? Promise.reject(options.error) : renderError(request, options);

/** Renders pages to their bytes, in their order. Throws where one of them cannot be rendered. */
export async function render(
  pages: readonly PagePlan[],
  files: ArticleFiles,
): Promise<Uint8Array[]> {
  const rendered: Uint8Array[] = [];
  for (const { address, model } of pages) {
    const input = { model, files };
    const template = templateOf(input);
    try {
      rendered.push(
        await (template === undefined
          ? renderWhole(address, input)
          : renderFramed(template, address, input)),
      );
    } catch (error) {
      throw new Error(`${address}: ${(error as Error).message}`, { cause: error });
    }
  }
  return rendered;
}

async function renderFramed(
  template: Template,
  address: string,
  input: PageInput,
): Promise<Uint8Array> {
  const frame = await frameOf(template, address, input);
  return framed(frame, partsOf(template, input));
}

const frames = new Map<Template, Frame>();

/** The frame of a kind of pages, which Astro renders once. `address` and `input` are those of one of them. */
async function frameOf(template: Template, address: string, input: PageInput): Promise<Frame> {
  const known = frames.get(template);
  if (known !== undefined) return known;
  const mark = randomUUID();
  const document = await renderWhole(address, { ...input, parts: { head: mark, body: mark } });
  const frame = frameIn(String(Buffer.from(document)), mark);
  frames.set(template, frame);
  return frame;
}

/** Has Astro render a page whole: tests hold pages in frames to it. */
export async function renderWhole(address: string, input: PageInput): Promise<Uint8Array> {
  const response = await respond(address, input);
  if (response.status !== 200 && address !== LOST) {
    throw new Error(`the page answered ${response.status}`);
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
