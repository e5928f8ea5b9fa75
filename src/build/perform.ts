import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkScenario } from "../simulator/proof.ts";
import type { Model } from "../site/page.ts";
import { digestOf } from "./digest.ts";
import { FolderFiles, type Proof } from "./folder-files.ts";
import { fileOf, writeWhole } from "./output.ts";
import { contentOption } from "./places.ts";
import type { Render } from "./renderer.ts";
import { scanFolder } from "./scan.ts";
import type {
  Answers,
  PageTask,
  ProveTask,
  RenderAnswer,
  RenderTask,
  ScanAnswer,
  ScanTask,
  Task,
} from "./tasks.ts";

/** Does a task of a build. What it reads of articles is kept for the tasks after it. */
export async function perform(task: Task): Promise<Answers[Task["kind"]]> {
  switch (task.kind) {
    case "scan":
      return scan(task);
    case "prove":
      return prove(task);
    case "render":
      return render(task);
  }
}

const files = new FolderFiles();

function scan({ places, folders }: ScanTask): ScanAnswer {
  files.places = places;
  return folders.map((folder) => {
    const { scanned, article } = scanFolder(places, folder);
    if (article !== undefined) files.keep(folder.id, article);
    return scanned;
  });
}

async function prove(task: ProveTask): Promise<Answers["prove"]> {
  files.places = task.places;
  const { scenario, findings } = checkScenario({
    article: files.article(task.id),
    scenarioText: await readFile(task.scenarioFile, "utf8"),
    file: task.scenarioFile,
    articleById: (id) => (task.cites.includes(id) ? files.article(id) : undefined),
    content: contentOption(task.places.content),
  });
  if (scenario !== undefined) {
    mkdirSync(dirname(task.proofFile), { recursive: true });
    writeFileSync(task.proofFile, JSON.stringify({ scenario, findings } satisfies Proof));
  }
  return findings;
}

async function render(task: RenderTask): Promise<RenderAnswer> {
  const { render } = (await import(task.entry)) as { render: Render };
  files.places = task.places;
  files.proofs = task.proofs;
  const plans = task.pages.map(({ address, model }) => ({
    address,
    model: JSON.parse(model) as Model,
  }));
  const rendered = await render(plans, files);
  return task.pages.map((page, index) => writePage(page, rendered[index] as Uint8Array, task));
}

/** Gives the digest of what lies there now. */
function writePage(page: PageTask, bytes: Uint8Array, task: RenderTask): string {
  const digest = digestOf(bytes);
  if (digest !== page.known) writeWhole(join(task.out, fileOf(page.address)), bytes, task.isFresh);
  return digest;
}
