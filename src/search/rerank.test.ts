import { expect, test } from "vitest";
import type { AskedTerm } from "./asked.ts";
import { shownWords as stored, type ShownWord } from "./concealed.ts";
import { closeness, pageText } from "./rerank.ts";
import { stemOf } from "./stem.ts";

const shownWords = (text: string): ShownWord[] => stored(text, []);
const page = (title: string, text: string, products = "") =>
  pageText(shownWords(title), shownWords(text), products);
const far = "x ".repeat(100);

/** Terms with the ways to say them; the first is the reader's own. */
function asks(...terms: string[][]): AskedTerm[] {
  return terms.map((ways) => ({
    weight: 4,
    forms: ways.map((way, index) => ({
      stems: way.split(" ").map(stemOf),
      weight: index === 0 ? 1 : 0.6,
    })),
  }));
}

const asked = asks(["print"], ["spooler"], ["stops"]);

test("the question's words in order count more than the same words apart, and these more than a part of them", () => {
  const phrase = closeness(asked, page("Notes", "the print spooler stopped"));
  const apart = closeness(asked, page("Notes", `spooler ${far} print ${far} stops`));
  const some = closeness(asked, page("Notes", `${far} the spooler`));
  expect(phrase).toBeGreaterThan(apart);
  expect(apart).toBeGreaterThan(some);
  expect(some).toBeGreaterThan(0);
});

test("what stands at a text's beginning counts more than what stands at its end", () => {
  const early = closeness(asked, page("Notes", `print spooler ${far}`));
  const late = closeness(asked, page("Notes", `${far} print spooler`));
  expect(early).toBeGreaterThan(late);
});

test("another word for it counts less than the reader's own, a phrase only as a whole", () => {
  const freezes = asks(["freezes", "stops responding"]);
  const own = closeness(freezes, page("Notes", "it froze or freezes"));
  const other = closeness(freezes, page("Notes", "it stopped responding"));
  const half = closeness(freezes, page("Notes", "it stopped printing"));
  expect(own).toBeGreaterThan(other);
  expect(other).toBeGreaterThan(0);
  expect(half).toBe(0);
});

test("a title that says little else counts more than a long one", () => {
  const short = closeness(asked, page("Print Spooler", "other"));
  const long = closeness(asked, page("Print Spooler Settings of Another Program", "other"));
  expect(short).toBeGreaterThan(long);
});

test("the product that the question names counts", () => {
  const product = closeness(asks(["exchange"]), page("Notes", "mail", "Microsoft Exchange"));
  const other = closeness(asks(["exchange"]), page("Notes", "mail", "Microsoft Access"));
  expect(product).toBeGreaterThan(other);
});

test("nothing asked, nothing gained", () => {
  expect(closeness([], page("Title", "text"))).toBe(0);
});

test("a path is found by each of its names", () => {
  const file = closeness(asks(["viddrvrch"]), page("Notes", "System32\\Viddrv.rch"));
  expect(file).toBeGreaterThan(0);
});
