import type { AstroIntegration } from "astro";
import type { LiveSite } from "./live-site.ts";

/** Gives Astro's server the site's pages, as `Astro.locals`, and reloads them in the browser when they change. */
export function liveSite(site: LiveSite, base: string): AstroIntegration {
  return {
    name: "kb-live-site",
    hooks: {
      "astro:server:setup": ({ server }) => {
        site.watch(() => server.ws.send({ type: "full-reload" }));
        server.middlewares.use((request, response, next) => {
          const address = addressOf(request.url ?? "/", base);
          if (!MAY_BE_PAGE.test(address)) return next();
          const serve = async () => {
            const input = await site.input(address);
            if (input === undefined) request.url = `${base}404/`;
            Reflect.set(request, LOCALS, input ?? (await site.input("404.html")));
          };
          response.once("close", () => void site.begin());
          serve().then(() => next(), next);
        });
      },
    },
  };
}

/** Addresses of pages; all others are the server's own scripts and styles. */
const MAY_BE_PAGE = /(?:^|\/)$|^[\w-]+\.(?:xml|txt)$|^kb\/.*\.json$/;

/** Where Astro's server looks for `Astro.locals`, as adapters that run as a middleware pass them. */
const LOCALS = Symbol.for("astro.locals");

function addressOf(url: string, base: string): string {
  const path = decodeURIComponent(new URL(url, "http://host").pathname);
  return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
}
