import {
  isObservable,
  kindOf,
  leadsToMessage,
  leadsToMessages,
  messagesQuotedIn,
} from "./observables.ts";
import type { Piece } from "./pieces.ts";
import type { Moment, Place, Shown } from "./replay.ts";

/** Pieces gathered into moments: a text, and what is shown below it. */
export function momentsOf(pieces: readonly Piece[], { key, heading }: Place): Moment[] {
  const gatherer = new Gatherer({ key, heading });
  for (const [index, piece] of pieces.entries()) gatherer.add(piece, pieces[index + 1]);
  return gatherer.moments;
}

export function hasObservable({ shown }: Moment): boolean {
  return shown.some(isObservable);
}

/** A moment to which more can be added. */
interface Draft extends Moment {
  shown: Shown[];
}

class Gatherer {
  readonly moments: Draft[] = [];
  readonly #section: Place;
  /** What stands before the next moment and belongs to it. */
  #before: Pick<Moment, "under" | "or"> = {};

  constructor(section: Place) {
    this.#section = section;
  }

  add(piece: Piece, next: Piece | undefined): void {
    switch (piece.kind) {
      case "heading":
        this.#before = { under: piece.text };
        return;
      case "or":
        return this.#or(piece.text, next);
      case "block":
        return this.#show({ kind: kindOf(piece, this.#said()), text: piece.text });
      case "item":
        return this.#item(piece.marker, piece.text);
      case "note":
        return this.#begin({ label: piece.label, text: piece.text });
      case "say":
        return this.#say(piece.text);
    }
  }

  /** The moment that goes on; none where something new stands before the next. */
  get #open(): Draft | undefined {
    return Object.keys(this.#before).length === 0 ? this.moments.at(-1) : undefined;
  }

  /** The last text: what speaks of a block. */
  #said(): string {
    return this.moments.findLast(({ text }) => text !== "")?.text ?? "";
  }

  #begin(moment: Pick<Moment, "text" | "marker" | "label">): void {
    const shown = messagesQuotedIn(moment.text);
    this.moments.push({ section: this.#section, ...this.#before, ...moment, shown });
    this.#before = {};
  }

  #show(shown: Shown): void {
    if (this.#open === undefined) this.#begin({ text: "" });
    this.#open?.shown.push(shown);
  }

  #or(text: string, next: Piece | undefined): void {
    if (next?.kind === "block" && this.#open !== undefined) this.#show({ kind: "or", text });
    else this.#before = { ...this.#before, or: text };
  }

  #item(marker: string, text: string): void {
    const isMessage = marker === "–" && this.#open !== undefined && leadsToMessages(this.#open);
    if (isMessage) this.#show({ kind: "message", text });
    else this.#begin({ marker, text });
  }

  #say(text: string): void {
    if (!this.#isMessage(text)) return this.#begin({ text });
    this.#show({ kind: LOGGED.test(this.#said()) ? "event" : "message", text });
  }

  /** Whether a paragraph is the message that the text before it leads to, be it by way of a heading or of `Client:`. */
  #isMessage(text: string): boolean {
    if (text.length > MOST_OF_A_MESSAGE || text.endsWith(":")) return false;
    const said = this.#said();
    const open = this.#open;
    if (open === undefined) return this.#before.under !== undefined && LEADS_ON.test(said);
    if (open.shown.length > 0 || open.text === "") return false;
    const isLabel = open.text.endsWith(":") && open.text.length < MOST_OF_A_LABEL;
    return leadsToMessage(said) || (isLabel && LEADS_ON.test(this.moments.at(-2)?.text ?? ""));
  }
}

/** `The following event appears in the application log:` */
const LOGGED = /\b(?:events?|(?:application|system|event) log)\b/i;

const MOST_OF_A_MESSAGE = 400;
const MOST_OF_A_LABEL = 80;

/** `…returns one of the following error messages.`, before labels or headings that part them. */
const LEADS_ON = /\bfollowing\b[^.]*\b(?:messages|errors)\b[^.]*[.:]$/i;
