import { Misuse } from "./command.ts";

/** A port number from the command line; 0 asks for any free one. Throws `Misuse`. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new Misuse(`"${text}" is no port: expected a number from 0 to 65535.`);
  }
  return port;
}
