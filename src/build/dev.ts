import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { extname } from "node:path";
import { escapeHtml } from "../article/html.ts";
import { formatCount } from "../site/numbers.ts";
import type { LiveRenderer } from "./live-renderer.ts";
import type { LiveSite } from "./live-site.ts";
import { filesIn } from "./files-in.ts";
import { FOLLOW_SCRIPT, PageChanges } from "./page-changes.ts";

export interface Live {
  site: LiveSite;
  renderer: LiveRenderer;
  /** Path under which the site is served, with a slash at both ends. */
  base: string;
  /** Told why pages or code cannot be shown. */
  tell: (error: Error) => void;
}

/**
 * Serves pages as a build would write them, of the articles and the code as they are now. Each page has a script of one line more, which
 * loads it anew when it changes.
 */
export function serveLive(live: Live): RequestListener {
  const changes = new PageChanges();
  live.site.watch(() => changes.next());
  live.renderer.watch(() => changes.next(), live.tell);
  return (request, response) => {
    const address = addressOf(request);
    if (address === undefined) return answer(response, 400, TEXT, "This address cannot be read.\n");
    if (address === CHANGES) return changes.listen(response);
    if (address === FOLLOW) return answer(response, 200, "text/javascript", FOLLOW_SCRIPT);
    if (IS_FOLDER.test(address)) {
      const query = /\?.*/s.exec(request.url ?? "")?.[0] ?? "";
      return redirect(response, encodeURI(`${live.base}${address}/`) + query);
    }
    // As it is before the page is made: it may have changed by the time that the page is there.
    const { state } = changes;
    const served = IS_PAGE.test(address)
      ? servePage(live, { address, state, response })
      : serveFile(live, { address, request, response });
    served.catch((error: Error) => {
      live.tell(error);
      // What keeps all pages from being shown is no page's to wait for.
      if (!response.headersSent) response.setHeader("refresh", 5);
      answer(response, 500, HTML, brokenPage(error, scriptOf(live.base, { state })));
    });
  };
}

/** Where a page's script is, and where it listens. */
const FOLLOW = "_dev/follow.js";
const CHANGES = "_dev/changes";

/** Addresses of pages; the others are those of scripts, styles and the like. */
const IS_PAGE = /^$|\/$|^[\w-]+\.(?:xml|txt|html)$|^kb\/.*\.json$/;

/** Names without an extension: folders, as static hosts take them. */
const IS_FOLDER = /^(?!\/)(?:.*\/)?[^/.]+$/;

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const TYPES: Record<string, string> = {
  ".json": "application/json",
  ".txt": TEXT,
  ".xml": "application/xml",
};

interface AskedPage {
  address: string;
  state: string;
  response: ServerResponse;
}

async function servePage(
  { site, renderer, base }: Live,
  { address, state, response }: AskedPage,
): Promise<void> {
  // Others are read when a page is shown: it would wait for them.
  response.once("close", () => void site.begin());
  // One after the other: reading many articles would keep the renderer from being built.
  const { render } = await renderer.current();
  const found = await site.page(address);
  const page = found ?? site.lostPage();
  const [bytes] = await render([page], site.files);
  const text = new TextDecoder().decode(bytes);
  const type = TYPES[extname(page.address)] ?? HTML;
  const script = scriptOf(base, { state, ...readSoFar(site.progress) });
  const shown = type === HTML ? text.replace("</head>", `${script}</head>`) : text;
  answer(response, found ? 200 : 404, type, shown);
}

function readSoFar(progress: LiveSite["progress"]): Record<string, string> {
  if (progress === undefined) return {};
  return { read: formatCount(progress.read), total: formatCount(progress.total) };
}

interface AskedFile {
  address: string;
  request: IncomingMessage;
  response: ServerResponse;
}

async function serveFile(
  { renderer }: Live,
  { address, request, response }: AskedFile,
): Promise<void> {
  const { assets } = await renderer.current();
  request.url = encodeURI(`/${address}`);
  filesIn(assets)(request, response);
}

/** What is said to the page's script: see `FOLLOW_SCRIPT`. */
function scriptOf(base: string, said: Record<string, string>): string {
  const data = Object.entries({ ...said, changes: base + CHANGES });
  const attributes = data.map(([name, value]) => ` data-${name}="${value}"`).join("");
  return `<script defer src="${base}${FOLLOW}"${attributes}></script>`;
}

/** Loads itself anew when the article is mended. */
function brokenPage({ message }: Error, script: string): string {
  const title = "This page cannot be shown";
  return `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${BROKEN_STYLE}</style>${script}</head>
<body><h1>${title}</h1><pre>${escapeHtml(message)}</pre><p>The terminal may say more.</p></body></html>\n`;
}

/** Of a page that may be shown where nothing of the site can be, its style sheet included. */
const BROKEN_STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}";

/** Undefined where it is no address. */
function addressOf({ url = "/" }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://host").pathname).slice(1);
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(text);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location });
  response.end();
}
