/** Puts a command together from its lines: a literal (RFC 2060, 4.3) carries it on over line ends. */

/** A command of which more is to come. Part of a session's state. */
export type Pending = {
  /** The command so far, with `{n}` and line end before each literal. What `login` is given reads as `x`es. */
  text: string;
  /** How many octets of the literal are still to come. */
  octets: number;
};

export type Gathered =
  | { readonly type: "command"; readonly text: string }
  /** A literal begins (`asks`), which the server must invite, or goes on. */
  | { readonly type: "more"; readonly pending: Pending; readonly asks: boolean }
  /** The line cannot be part of the command; `text` is as much of it as names its tag. */
  | { readonly type: "refused"; readonly text: string };

/** Octets of a command, literals included. */
const MOST_OCTETS = 65_536;

/** Takes one more line. */
export function gather(pending: Pending | null, line: string): Gathered {
  if (pending === null) return finish(line, line);
  const { text, octets } = pending;
  if (octets > line.length + 1) {
    const rest = octets - line.length - 2;
    return { type: "more", pending: { text: text + keep(text, `${line}\r\n`), octets: rest }, asks: false }; // prettier-ignore
  }
  if (octets > line.length) return { type: "refused", text };
  const after = line.slice(octets);
  return finish(text + keep(text, line.slice(0, octets)) + after, after);
}

/** The command is whole, unless its last line, without the literal's octets in it, ends by announcing a literal. */
function finish(text: string, lastLine: string): Gathered {
  const announced = /\{(\d+)\}$/.exec(lastLine)?.[1];
  if (announced === undefined) return { type: "command", text };
  const octets = Number(announced);
  if (text.length + octets > MOST_OCTETS || !isKeepable(text)) return { type: "refused", text };
  return { type: "more", pending: { text: `${text}\r\n`, octets }, asks: true };
}

const LOGIN = /^\S+ +login /i;

/** Neither user nor password is ever kept. */
function keep(text: string, octets: string): string {
  return LOGIN.test(text) ? "x".repeat(octets.length) : octets;
}

/** Of a `login` that goes on, only one that has no password yet may be kept. */
function isKeepable(text: string): boolean {
  const beforePassword = /^\S+ +login +(?:("(?:[^"\\]|\\.)*"|[^\s"{]+|\{\d+\}\r\nx*) +)?\{\d+\}$/i;
  return !LOGIN.test(text) || beforePassword.test(text);
}
