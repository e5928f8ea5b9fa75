import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Deed, World } from "../simulator/devices/device.ts";
import { DEVICES } from "../simulator/devices/index.ts";
import { converse, type Service } from "./listen/connection.ts";

export interface ListenerOptions<Name extends string> {
  /** Address to listen on: loopback where it is not said. */
  readonly host?: string;
  /** The devices to serve, by name, each with its port; 0 asks for any free one. */
  readonly ports: Readonly<Record<Name, number>>;
  /** The world as it is now, asked for at every line that a client of that device sends. */
  readonly world: (device: Name) => World;
  /** A client of that device did something: to be seen in the next `world`. */
  readonly apply: (deed: Deed, device: Name) => void;
  /** Milliseconds after which a client that neither sends nor takes anything is cut off (default: half an hour). */
  readonly idle?: number;
  /** Clients of one device at a time (default: 100); more are turned away. */
  readonly clients?: number;
}

export interface Listener<Name extends string> {
  /** The ports that are listened on. */
  readonly ports: Readonly<Record<Name, number>>;
  /** Stops listening and cuts all clients off. */
  readonly close: () => Promise<void>;
}

/** RFC 2060, 5.4: an idle client has at least thirty minutes. */
const IDLE = 30 * 60_000;
const CLIENTS = 100;

/**
 * Serves devices to real clients over TCP, several at once. Nothing that a client does harms the others or the server:
 * long answers are made only as fast as they are taken; endless lines, stalled clients and too many of them are cut
 * off. Rejects when a port cannot be had, with nothing left listening.
 */
export async function startListener<Name extends string>(
  options: ListenerOptions<Name>,
): Promise<Listener<Name>> {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const close = async () => {
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };
  const ports: [Name, number][] = [];
  try {
    for (const name of Object.keys(options.ports) as Name[]) {
      const server = serverOf(serviceOf(options, name), options, sockets);
      await listen(server, options.ports[name], options.host ?? "127.0.0.1");
      servers.push(server);
      ports.push([name, (server.address() as AddressInfo).port]);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ports: Object.fromEntries(ports) as Record<Name, number>, close };
}

function serviceOf<Name extends string>(options: ListenerOptions<Name>, name: Name): Service {
  const device = Object.hasOwn(DEVICES, name) ? DEVICES[name] : undefined;
  if (device === undefined) throw new RangeError(`There is no device "${name}".`);
  return {
    device,
    world: () => options.world(name),
    apply: (deed) => options.apply(deed, name),
  };
}

function serverOf(
  service: Service,
  { idle = IDLE, clients = CLIENTS }: Pick<ListenerOptions<string>, "idle" | "clients">,
  sockets: Set<Socket>,
): Server {
  // Half-open: a client may send all its commands, close its side, and still wants the answers.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.setTimeout(idle, () => socket.destroy());
    converse(socket, service).catch((error: NodeJS.ErrnoException) => {
      socket.destroy();
      // Errors with a code are the connection's: the client is gone, and there is nobody to tell.
      if (error.code === undefined) process.emitWarning(error);
    });
  });
  server.maxConnections = clients;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
