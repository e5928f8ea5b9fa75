import { sentencesOf } from "../../article/plain.ts";

const VERBS =
  "use|click|double-click|right-click|(?:re-?)?install|upgrade|update|(?:re-?)?apply|obtain|download|contact|change|edit|modify|add|remove|delete|(?:re-?)?create|rename|copy|move|(?:re-?)?set|select|choose|open|close|quit|exit|(?:re-?)?start|stop|(?:re-?)?run|(?:re-?)?type|(?:re-?)?enter|press|make|verify|ensure|check|try|disable|enable|turn|replace|(?:re-?)?build|(?:re-?)?compile|convert|(?:re-?)?configure|increase|decrease|reduce|log|call|follow|perform|insert|save|specify|mark|avoid|do|place|put|include|define|declare|assign|wait|expand|extract|uninstall|unload|(?:re-?)?load|reboot|shut|unplug|(?:re-?|dis)?connect|switch|locate|find|go|view|write|print|(?:re-?)?send|export|import|format|back|restore|repair|clear|uncheck|keep|leave|break|split|issue|execute|examine|determine|have|give|grant|reverse|swap|visit|lower|raise|take|count|bring|get|force|append|prepend|access|consult|cycle|ask|omit|deselect|unselect|attach|detach|assign|dial|drag|launch|reference|rewrite|mount|hold|reseat|minimize|maximize|restrict|recode|provide|preface|prefix|precede|pass|manually|return|(?:re-?|un)?register|purchase|order|redo|point|drag|drop|shorten|limit|cancel|ignore|repeat|(?:re-?)?link|exclude|substitute|allow|free|acquire|correct|adjust|administer|confirm|review|test";

/** `Click OK.`, `To avoid this, use …`, `Then restart …` */
const IMPERATIVE = new RegExp(
  String.raw`^(?:[A-Z][^.:]*?[,:]\s)?(?:(?:then|and|next|first|finally|please|also|either|or|otherwise|instead|simply|always|do not|don't|manually|note:?|on the [\w ]+ menu|in the [\w ]+ box|to [\w ]+ problem)\s)*(?:${VERBS})\b(?!-)`,
  "i",
);

/** Whether a sentence tells the reader to do something. */
export function isInstruction(sentence: string): boolean {
  return (
    IMPERATIVE.test(sentence) &&
    !/^(?:test|order|return|format|limit|print|mark|call)s?\b.* (?:is|are|was|has)\b/i.test(
      sentence,
    )
  );
}

/** `You can …`, `To work around this problem, the administrator …`, `The node must be expanded …` */
const OFFERED =
  /\byou (?:can|must|should|may|need to|will need to|have to|could)\b|^to (?:work ?around|resolve|avoid|correct|fix|prevent|solve|eliminate)\b|\b(?:users?|administrator)\b.*\b(?:must|should|needs? to)\b|\b(?:must|should|can|may|needs? to) be (?:manually )?(?:\w+ed|set|put|run|reset|rebuilt)\b|\b(?:work ?around|solution|resolution|fix)\b(?:[^.]|\.(?=\S)){0,120}\bis to\b|\bby (?:\w+ly )?(?:\w+ing)\b|\bshould not occur\b/i;

const NOTHING_TO_DO =
  /\b(?:no (?:known |current |currently )?(?:workaround|resolution|solution|way|fix)|not (?:currently )?possible|cannot be (?:worked|resolved|corrected))\b/i;

/** Whether a text gives something to do. */
export function acts(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) =>
      !NOTHING_TO_DO.test(sentence) && (isInstruction(sentence) || OFFERED.test(sentence)),
  );
}
