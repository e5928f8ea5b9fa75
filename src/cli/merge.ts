import { relative, resolve } from "node:path";
import { MergeError, mergeShards } from "../build/merge.ts";
import { refuseToReplace } from "./build/out-folder.ts";
import { EXIT, Misuse, parse, type Command } from "./command.ts";
import { SITE_OPTIONS } from "./site.ts";

const usage = `Usage: kb merge DIR… [--out DIR]

Puts together what "kb build --shard I/N" has built on several machines. All N shards have to be there, each once, of the
same content; every page is checked. Then it indexes the site for search. The result has the same bytes as a build in one piece.

  --out DIR       the built site (default: dist)`;

export const command: Command = {
  summary: "shards of a site, built on several machines, into one site",
  usage,
  async run(args) {
    const { values, positionals } = parse(args, { out: SITE_OPTIONS.out });
    if (positionals.length === 0)
      throw new Misuse("there is no shard to merge: name their folders.");
    const out = resolve(values.out);
    await refuseToReplace(out);
    try {
      const { pages, files } = await mergeShards(
        positionals.map((folder) => resolve(folder)),
        out,
      );
      console.log(`${pages} pages, ${files} files in ${relative(process.cwd(), out) || "."}`);
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof MergeError)) throw error;
      console.error(`kb merge: ${error.message}`);
      return EXIT.contentErrors;
    }
  },
};
