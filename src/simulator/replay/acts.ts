import { sentencesOf } from "../../article/plain.ts";

/** Verbs that sentences to the reader begin with. */
const VERBS = new Set(
  `
  access acquire activate add adjust administer allow append apply ask assign attach avoid back break
  bring build call cancel change check choose clear click close compare compile configure confirm connect
  consult contact convert copy correct count create cycle declare decrease define delete deselect detach
  determine dial disable disconnect do double-click download drag drop edit enable enclose ensure enter
  examine exclude execute exit expand export extract find follow force format free get give go grant have
  highlight hold ignore import inactivate include increase insert install issue keep launch leave limit
  link load locate lock log lower make mark match maximize minimize modify mount move obtain omit open
  optimize order override pass paste perform place point precede preface prefix prepend press print
  provide purchase put quit raise reactivate reapply rearrange reboot rebuild recode recompile reconfigure
  reconnect recreate redo reduce reenter reestablish reference register reinstall relink reload remove
  rename repair repeat replace reregister rerun reseat resend reset restart restore restrict return retype
  reverse review rewrite right-click run save schedule scroll select send set shorten shut sign specify
  split start stop substitute swap switch take test try turn type uncheck uninstall unload unlock unplug
  unregister unselect update upgrade use verify view visit wait write
`
    .trim()
    .split(/\s+/),
);

/** Words before the verb: `Then restart …`, `Please also click …` */
const BEFORE_VERB =
  /^(?:(?:then|and|next|first|finally|please|also|either|or|otherwise|instead|simply|always|do not|don't|manually|note:?|on the [\w ]+ menu|in the [\w ]+ box|to [\w ]+ problem)\s)*/i;

/** `Print jobs are lost.` begins with a noun. */
const NOUN = /^(?:test|order|return|format|limit|print|mark|call)s?\b.* (?:is|are|was|has)\b/i;

/** Whether a sentence tells the reader to do something: `Click OK.`, `To avoid this, use …` */
export function isInstruction(sentence: string): boolean {
  if (NOUN.test(sentence)) return false;
  return clausesOf(sentence).some((clause) => {
    const [verb = ""] = /^[a-z-]+(?![a-z+-])/i.exec(clause.replace(BEFORE_VERB, "")) ?? [];
    return VERBS.has(verb.toLowerCase().replace(/^re-/, "re"));
  });
}

/** A sentence from its beginning, and from each comma or colon on, up to its first full stop. */
function clausesOf(sentence: string): string[] {
  const [head = ""] = /^[^.]*/.exec(sentence) ?? [];
  return [
    sentence,
    ...Array.from(head.matchAll(/[,:]\s/g), ({ index }) =>
      sentence.slice(index).replace(/^.\s+/, ""),
    ),
  ];
}

/** `You can …`, `To work around this problem, the administrator …`, `The node must be expanded …` */
const OFFERED =
  /\byou (?:can|must|should|may|need to|will need to|have to|could)\b|^to (?:work ?around|resolve|avoid|correct|fix|prevent|solve|eliminate)\b|\b(?:users?|administrator)\b.*\b(?:must|should|needs? to)\b|\b(?:must|should|can|may|needs? to) be (?:manually )?(?:\w+ed|set|put|run|reset|rebuilt)\b|\b(?:work ?around|solution|resolution|fix)\b(?:[^.]|\.(?=\S)){0,120}\b(?:is|would be) to\b|\brecommends? that you\b|\bby (?:\w+ly )?(?:\w+ing)\b|\bshould not occur\b/i;

const NOTHING_TO_DO =
  /\b(?:no (?:known |current |currently )?(?:workaround|resolution|solution|way|fix)|not (?:currently )?possible|cannot be (?:worked|resolved|corrected))\b/i;

/** Whether a text gives something to do. */
export function acts(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) =>
      !NOTHING_TO_DO.test(sentence) && (isInstruction(sentence) || OFFERED.test(sentence)),
  );
}
