import { sep } from "node:path";
import type { Plugin } from "vite";
import { contentFolder } from "./content.ts";

/** In `kb dev`: a saved article or scenario is seen at once. Everything that read it is read again. */
export function contentWatch(): Plugin {
  return {
    name: "kb-content-watch",
    apply: "serve",
    configureServer(server) {
      const folder = contentFolder();
      server.watcher.add(folder);
      server.watcher.on("all", (_event, file) => {
        if (!file.startsWith(folder + sep)) return;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
        }
        server.ws.send({ type: "full-reload" });
      });
    },
  };
}
