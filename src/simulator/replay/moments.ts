import { isOfSeveral, leadsToMessage, leadsToMessages, tells } from "./messages.ts";
import { isDump, isObservable, isTitleOfDump, kindOf, messageOf } from "./observables.ts";
import type { Piece } from "./pieces.ts";
import { messagesQuotedIn } from "./quoted.ts";
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
  isCut?: boolean;
}

type Item = Extract<Piece, { kind: "item" }>;

class Gatherer {
  readonly moments: Draft[] = [];
  readonly #section: Place;
  /** What stands before the next moment and belongs to it. */
  #before: Pick<Moment, "under" | "or"> | undefined;
  /** The announcement of messages that labels may part. */
  #leads = "";
  /** In how many lists the moment that goes on stands. */
  #depth = 0;

  constructor(section: Place) {
    this.#section = section;
  }

  add(piece: Piece, next: Piece | undefined): void {
    switch (piece.kind) {
      case "heading":
        return this.#heading(piece, next);
      case "table":
        return this.#cut();
      case "or":
        return this.#or(piece.text, next);
      case "block":
        return this.#block(piece);
      case "item":
        return this.#item(piece, next);
      case "note":
        return this.#begin({ label: piece.label, text: piece.text });
      case "say":
        return this.#say(piece, next);
    }
  }

  /** The moment that goes on; none where something new stands before the next. */
  get #open(): Draft | undefined {
    return this.#before === undefined ? this.moments.at(-1) : undefined;
  }

  /** The last text: what speaks of a block. */
  #said(): string {
    return this.moments.findLast(({ text }) => text !== "")?.text ?? "";
  }

  #begin(moment: Pick<Moment, "text" | "marker" | "label">, depth = 0): void {
    this.#depth = depth;
    if (LEADS_ON.test(moment.text)) this.#leads = moment.text;
    else if (!isLabel(moment.text)) this.#leads = "";
    const shown = messagesQuotedIn(moment.text);
    this.moments.push({ section: this.#section, ...this.#before, ...moment, shown });
    this.#before = undefined;
  }

  #show(shown: Shown): void {
    if (this.#open === undefined) this.#begin({ text: "" });
    this.#open?.shown.push(shown);
  }

  /** What a label such as `Client:` parts from the announcement is a message; one right below a record is its own words. */
  #block({ info, text }: Extract<Piece, { kind: "block" }>): void {
    const { text: label = "", shown = [] } = this.#open ?? {};
    const isParted = this.#leads !== "" && isLabel(label);
    const kind = kindOf({ info, text }, isParted ? this.#leads : this.#said());
    const isAfter = shown.length > 0 || text.endsWith(":");
    if ((info === "message" || kind === "message") && isAfter && tells(text))
      return this.#begin({ text: text.replaceAll("\n", " ") }, this.#depth);
    const isRecord = kind === "message" && shown.at(-1)?.kind === "event";
    if (isRecord) this.#show({ kind: "event", text });
    else if (kind !== "message" || !this.#messageGoesOn(text)) this.#show({ kind, text });
  }

  /** The next paragraph of the one message that was announced. */
  #messageGoesOn(text: string): boolean {
    const { text: said = "", shown = [] } = this.#open ?? {};
    const last = shown.at(-1);
    const isFirst = shown.length <= messagesQuotedIn(said).length;
    if (last?.kind !== "message" || isFirst || isOfSeveral(said)) return false;
    shown[shown.length - 1] = { ...last, text: `${last.text}\n\n${text}` };
    return true;
  }

  /** Inside an item, a heading right below the announcement of one message is that message. */
  #heading({ text, depth }: Extract<Piece, { kind: "heading" }>, next: Piece | undefined): void {
    if (this.#dumpGoesOn(text, next)) return;
    const isAnnounced = depth > 0 && this.#isMessage(text) && !isOfSeveral(this.#said());
    if (isAnnounced) this.#show({ kind: messageOf(this.#said()), text });
    else this.#before = { under: text };
  }

  /** A line of a dump, above a block of it. */
  #dumpGoesOn(text: string, next: Piece | undefined): boolean {
    const goesOn = this.#open?.shown.at(-1)?.kind === "output" && !/[.:]$/.test(text);
    const isLine = this.#open !== undefined && (goesOn || isTitleOfDump(text));
    if (!isLine || next?.kind !== "block" || !isDump(next.text)) return false;
    this.#show({ kind: "output", text });
    return true;
  }

  /** Something of the article that is not shown stands here. */
  #cut(): void {
    const last = this.moments.at(-1);
    if (last !== undefined) last.isCut = true;
  }

  #or(text: string, next: Piece | undefined): void {
    if (next?.kind === "block" && this.#open !== undefined) this.#show({ kind: "or", text });
    else this.#before = { ...this.#before, or: text };
  }

  #item({ marker, text, depth }: Item, next: Piece | undefined): void {
    const isListed = marker === "–" && this.#isListed(text, depth);
    if (isListed && !(text.endsWith(":") && next?.kind === "block"))
      this.#show({ kind: messageOf(this.#said()), text });
    else this.#begin({ marker, text }, depth);
  }

  /** Whether an item is one of the messages that the text before its list leads to, and no item beside that text. */
  #isListed(text: string, depth: number): boolean {
    const open = this.#open;
    if (open === undefined || !leadsToMessages(open) || tells(text)) return false;
    // Beside an item, what follows its own message is the next item.
    const isNext = depth <= this.#depth && open.marker === "–" && open.shown.length > 0;
    return !isNext && (depth > this.#depth || open.marker !== undefined);
  }

  #say({ text, depth }: Extract<Piece, { kind: "say" }>, next: Piece | undefined): void {
    if (this.#dumpGoesOn(text, next)) return;
    if (!this.#isMessage(text)) return this.#begin({ text }, depth);
    this.#show({ kind: messageOf(this.#said()), text });
  }

  /** Whether a paragraph is the message that the text before it leads to, be it by way of a heading or of `Client:`. */
  #isMessage(text: string): boolean {
    if (text.length > MOST_OF_A_MESSAGE || text.endsWith(":")) return false;
    return this.#isMessagesPlace() && !tells(text);
  }

  /** Whether the next paragraph could be a message. */
  #isMessagesPlace(): boolean {
    const said = this.#said();
    const open = this.#open;
    if (open === undefined) return this.#before?.under !== undefined && LEADS_ON.test(said);
    const last = open.shown.at(-1);
    if (last !== undefined) return this.#leads !== "" && last.kind === "text" && isLabel(last.text);
    return leadsToMessage(said) || (this.#leads !== "" && isLabel(open.text));
  }
}

/** `Windows 95 client:` */
export function isLabel(text: string): boolean {
  return text.endsWith(":") && text.length < MOST_OF_A_LABEL;
}

const MOST_OF_A_MESSAGE = 400;
const MOST_OF_A_LABEL = 80;

/** `…returns one of the following error messages.`, before labels or headings that part them. */
const LEADS_ON = /\bfollowing\b[^.]*\b(?:messages|errors)\b[^.]*[.:]$/i;
