import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Misuse } from "./command.ts";

export interface HttpServer {
  port: number;
  /** Stops, and cuts all browsers off. */
  close(): void;
}

/** Serves HTTP on a port, or on the next one that is free. Throws `Misuse` where it cannot. */
export async function serveHttp(
  listener: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<HttpServer> {
  const server = createServer(listener);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port < LAST) return serveHttp(listener, { host, port: port + 1 });
    throw new Misuse(`no pages can be served on ${host}, port ${port}: ${message}.`);
  }
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

const LAST = 65_535;

/** Serves what lies under a path (with a slash at both ends) as if that were `/`; leads there from elsewhere. */
export function under(base: string, listener: RequestListener): RequestListener {
  return (request, response) => {
    const { url = "/" } = request;
    if (!url.startsWith(base)) return response.writeHead(302, { location: base }).end();
    request.url = url.slice(base.length - 1);
    return listener(request, response);
  };
}
