import { createApp } from "astro/app/entrypoint";
import type { PageInput } from "../site/page.ts";

/** The entry of the renderer that Astro builds; see `renderer.ts`. */

const app = createApp({ streaming: false });

/** Renders one page to its bytes. Throws where it cannot be rendered. */
export async function render(address: string, input: PageInput): Promise<Uint8Array> {
  const url = new URL(import.meta.env.BASE_URL + routeOf(address), import.meta.env.SITE);
  const response = await app.render(new Request(url), { locals: input });
  if (response.status !== 200 && address !== LOST) {
    throw new Error(`${address}: the page answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

const LOST = "404.html";

function routeOf(address: string): string {
  return address === LOST ? "404/" : address;
}
