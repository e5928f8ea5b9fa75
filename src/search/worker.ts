import { openSearcher } from "./open.ts";
import type { Answer, Request, Searcher } from "./searcher.ts";

/** Runs the search beside the page, so that typing never waits for it. */

/** What the page sends. */
export interface WorkerRequest extends Request {
  number: number;
  /** Address of the index's folder, with a slash at its end. */
  folder: string;
}

/** What it gets back; `error` where the search could not be done. */
export interface WorkerAnswer {
  number: number;
  answer?: Answer;
  error?: string;
}

const searchers = new Map<string, Promise<Searcher>>();

addEventListener("message", (event: MessageEvent<WorkerRequest>) => {
  void reply(event.data).then((answer) => postMessage(answer));
});

async function reply({ number, folder, ...request }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    const searcher = searchers.get(folder) ?? open(folder);
    searchers.set(folder, searcher);
    return { number, answer: await (await searcher).ask(request) };
  } catch (error) {
    searchers.delete(folder);
    return { number, error: String(error) };
  }
}

function open(folder: string): Promise<Searcher> {
  return openSearcher(folder, (path) => fetchGzip(folder + path));
}

/** Text of a gzip file, whether or not the host has unpacked it on the way. */
async function fetchGzip(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!packed) return new TextDecoder().decode(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
