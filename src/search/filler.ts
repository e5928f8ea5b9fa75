/** Words of a question that say little of what it is about. */

/** Words that hold sentences together. */
const GRAMMAR = new Set(
  (
    "a about after all also an and any are as at be because been before being but by can could did do does doing for from get gets " +
    "had has have having how i if in into is it its me my no not of on or our out over so some such than that the their then there " +
    "these they this those through to too under up use used using was we were what when where which while who why will with would you your"
  ).split(" "),
);

/** Words that people tell of their trouble with and articles hardly use: they are rare, and say no more for it. */
const TALK = new Set(
  (
    "again already although always another anybody anyone anything anymore arent away bad behind big both cant comes coming couldnt didnt doesnt " +
    "dont else enough even ever every everybody everyone everything far gave give given gives giving go goes going gone good got gotten great " +
    "grab guy hand hands happen happens happening hardly hasnt havent help id im isnt just keep keeps kept know last least leave less let lets " +
    "like little long look looked looking looks lot lots make makes making many may maybe mine more most much must myself need needs neither " +
    "never nobody none nor nothing now old ones only onto other others own people perhaps person pick put puts putting quite rather really " +
    "said same say says see seem seems shall she should since somebody someone something somehow sometimes somewhere soon still stuff take " +
    "takes taking tell tells thats them themselves thing things think though tried tries try trying turn turns until us very want wants " +
    "wanted wasnt way ways weird well went werent whatever whenever whether whole whose without wont yet"
  ).split(" "),
);

const FILLER_WEIGHT = 0.3;

export function isGrammar(word: string): boolean {
  return GRAMMAR.has(word);
}

/** What a word of the question counts beside its rarity. */
export function tellingWeight(word: string): number {
  return GRAMMAR.has(word) || TALK.has(word) ? FILLER_WEIGHT : 1;
}
