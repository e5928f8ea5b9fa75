import type { Finding } from "../article/finding.ts";
import type { ContentPlaces, FoundFolder, Scanned } from "./scan.ts";

/** What the build's threads are asked for, and what they answer. All of it is plain data. */

/** Read article folders. */
export interface ScanTask {
  kind: "scan";
  places: ContentPlaces;
  folders: readonly FoundFolder[];
}

/** In the order of the task. */
export type ScanAnswer = Scanned[];

/** Prove the scenario of an article, and keep the proof in a file. */
export interface ProveTask {
  kind: "prove";
  places: ContentPlaces;
  id: string;
  scenarioFile: string;
  cites: readonly string[];
  /** Where the proved scenario is to be kept. */
  proofFile: string;
}

export type ProveAnswer = readonly Finding[];

/** Render pages and write those whose bytes are not the known ones. */
export interface RenderTask {
  kind: "render";
  places: ContentPlaces;
  /** Module of the renderer. */
  entry: string;
  /** Folder of the site. */
  out: string;
  /** True where there are no files to replace. */
  isFresh: boolean;
  /** Where scenarios lie proved, by article. */
  proofs: Readonly<Record<string, string>>;
  pages: readonly PageTask[];
}

export interface PageTask {
  address: string;
  /** The page's model as JSON. */
  model: string;
  /** Digest of the bytes that lie there; empty where that is not known. */
  known: string;
}

/** Digests of the pages' bytes, in the order of the task. */
export type RenderAnswer = string[];

export type Task = ScanTask | ProveTask | RenderTask;
export interface Answers {
  scan: ScanAnswer;
  prove: ProveAnswer;
  render: RenderAnswer;
}
