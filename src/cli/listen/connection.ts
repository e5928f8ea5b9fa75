import type { Socket } from "node:net";
import type { Answer, Deed, Device, Json, Reply, World } from "../../simulator/devices/device.ts";
import { LineTooLong, linesOf } from "./lines.ts";

/** What one connection is served with. */
export interface Service {
  readonly device: Device<Json>;
  readonly world: () => World;
  readonly apply: (deed: Deed) => void;
}

/** Octets that are made before they are sent, and the next are made. */
const CHUNK = 16_384;

/** Milliseconds that a client has to take the last lines and go. */
const LINGER = 2_000;

/**
 * Serves one client until it goes, until the device closes, or until it sends an endless line. Lines are read only as
 * fast as their answers are taken. Rejects with what went wrong, the socket's own errors included.
 */
export async function converse(socket: Socket, { device, world, apply }: Service): Promise<void> {
  /** Applies and sends an answer. */
  const take = async ({ state, replies, deeds }: Answer<Json>) => {
    deeds.forEach(apply);
    await send(socket, replies);
    return { state, isClosed: deeds.some(({ type }) => type === "closed") };
  };
  let session = await take(device.connect(world()));
  try {
    for await (const line of linesOf(chunksOf(socket))) {
      session = await take(device.receive(session.state, line, world()));
      if (session.isClosed) break;
    }
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error;
  }
  hangUp(socket);
}

/** The socket stays open when its reader stops: the last lines must still go out. */
function chunksOf(socket: Socket): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () =>
      socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>,
  };
}

async function send(socket: Socket, replies: Iterable<Reply>): Promise<void> {
  let chunk = "";
  for (const { text } of replies) {
    chunk += `${text}\r\n`;
    if (chunk.length < CHUNK) continue;
    await write(socket, chunk);
    chunk = "";
  }
  if (chunk !== "") await write(socket, chunk);
}

/** Resolves when the system has taken it all, which it does as fast as the client reads. */
function write(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Ends the connection politely, and after a moment anyway. What still comes in is thrown away. */
function hangUp(socket: Socket): void {
  socket.end();
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER).unref();
}
