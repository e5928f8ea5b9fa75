import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { FolderFiles, readArticleOf } from "./folder-files.ts";
import { lookAt } from "./folders.ts";
import { fileOf, writeWhole } from "./output.ts";
import { contentOption } from "./places.ts";
import type { Proof } from "./proof-file.ts";
import type { Render } from "./renderer.ts";
import { answerOf, type ScanAnswer } from "./scan-answers.ts";
import { scanFolders } from "./scan.ts";
import { TextReader } from "./texts.ts";
import type {
  Answers,
  PageTask,
  ProveTask,
  RenderAnswer,
  RenderTask,
  ScanTask,
  Task,
} from "./tasks.ts";

/** Does the tasks of one build. What it reads of articles is kept for the tasks after it. */
export interface Performer {
  perform: (task: Task) => Promise<Answers[Task["kind"]]>;
  /** After the last task. */
  close: () => void;
}

export function performer(): Performer {
  const files = new FolderFiles();
  // There is one plan a build.
  let models: TextReader | undefined;
  const perform: Performer["perform"] = async (task) => {
    switch (task.kind) {
      case "scan":
        return scan(task, files);
      case "prove":
        return prove(task);
      case "load":
        await rendererAt(task.entry);
        return undefined;
      case "render":
        models = models?.file === task.models ? models : new TextReader(task.models);
        return render(task, files, models);
    }
  };
  return { perform, close: () => files.close() };
}

function scan({ places, folders, keeps }: ScanTask, files: FolderFiles): ScanAnswer {
  files.places = places;
  const found = folders.flatMap((place) => lookAt(place) ?? []);
  const scans = scanFolders(places, found);
  for (const { scanned, content } of scans)
    if (keeps && content !== undefined) files.keep(scanned.id, content);
  return answerOf(scans);
}

async function prove(task: ProveTask): Promise<Answers["prove"]> {
  // Much code, which most builds do not need.
  const { checkScenario } = await import("../simulator/proof.ts");
  const articleOf = (id: string) => readArticleOf(task.places, id);
  const { scenario, findings } = checkScenario({
    article: articleOf(task.id),
    scenarioText: await readFile(task.scenarioFile, "utf8"),
    file: task.scenarioFile,
    articleById: (id) => (task.cites.includes(id) ? articleOf(id) : undefined),
    content: contentOption(task.places.content),
  });
  if (scenario !== undefined) {
    writeWhole(task.proofFile, JSON.stringify({ scenario, findings } satisfies Proof));
  }
  return findings;
}

const renderers = new Map<string, Promise<{ render: Render }>>();

/** Imports a renderer once: Node takes long to find again what it has imported. */
function rendererAt(entry: string): Promise<{ render: Render }> {
  const known = renderers.get(entry) ?? (import(entry) as Promise<{ render: Render }>);
  renderers.set(entry, known);
  return known;
}

async function render(
  task: RenderTask,
  files: FolderFiles,
  models: TextReader,
): Promise<RenderAnswer> {
  const { render } = await rendererAt(task.entry);
  files.places = task.places;
  files.proofs = task.proofs;
  const plans = task.pages.map((page) => ({
    address: page.address,
    model: JSON.parse(models.textAt(page.model)) as object,
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
