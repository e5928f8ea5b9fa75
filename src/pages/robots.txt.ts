import type { APIRoute } from "astro";
import { absolute, at } from "../site/address.ts";

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${absolute(at("sitemap-index.xml"))}\n`);
