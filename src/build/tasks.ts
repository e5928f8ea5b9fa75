import type { Finding } from "../article/finding.ts";
import type { ContentPlaces, FolderPlace } from "./folders.ts";
import type { Extent } from "./file-parts.ts";
import type { ScanAnswer } from "./scan-answers.ts";

/** What the build's threads are asked for, and what they answer. All of it is plain data. */

/** Read article folders. */
export interface ScanTask {
  kind: "scan";
  places: ContentPlaces;
  folders: readonly FolderPlace[];
  /** Whether what is read is kept for pages that are rendered by the same thread. */
  keeps: boolean;
}

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

/** Load the renderer, so that the first pages need not wait for it. */
export interface LoadTask {
  kind: "load";
  /** Module of the renderer. */
  entry: string;
}

export type LoadAnswer = undefined;

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
  /** The plan's file, open: see `SitePlan`. */
  models: number;
  pages: readonly PageTask[];
}

export interface PageTask {
  address: string;
  /** Where the page's model lies in the plan's file. */
  model: Extent;
  /** Digest of the bytes that lie there; empty where that is not known. */
  known: string;
}

/** Of each page, in the order of the task, the digest of its bytes. */
export type RenderAnswer = string[];

export type Task = ScanTask | ProveTask | LoadTask | RenderTask;
export interface Answers {
  scan: ScanAnswer;
  prove: ProveAnswer;
  load: LoadAnswer;
  render: RenderAnswer;
}
