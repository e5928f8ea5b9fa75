/**
 * Words that tell little of what an article is about, whatever it is about: those that texts of support are made of, in the singular. They
 * only save space: what is common in an archive is left out there in any case (see `related.ts`).
 */
const WORDS = `
  the and this for you your information when not more following that with are may from can use using used will problem does have has had
  then note these only all one any which new how make cannot because other also see about there but must should than however was been
  into some below before same two first under please such each either both follow through while above being another they them want even
  otherwise instead where without if its it is in on of to or an as at be by do no so we out over within here during between second
  again most could would very well just like many much since still what who why their those too until upon yet next per via back try
  article reference microsoft window file message error server version occur text system program computer run running click name set
  application example service code contain number create created user type change command behavior step receive start option appear
  default cause access control available network data box base client function directory support view time select knowledge open add
  added installed install installation menu list listed line value display displayed additional work attempt listing page driver
  setting setup manager result include included property return disk product dialog drive need object call allow stop uses fail
  software folder check section performance help button address reproduce key event memory sample internet log screen copy correctly
  correct incorrect incorrectly require required different site tool administrator process connection end source current choose point
  find found show form provide print read character get parameter tab issue press mode entry database method table configuration sure
  edit device size registry standard case local remote fix project modify save regarding specified specify send field path format
  unable pack called component document space mark close connect update place later apply resource procedure describe properly
  management remove delete msg utility exist feature description library enter contact interface environment located multiple generate
  load perform prompt possible configured way determine location right operating request therefore order confirmed released loss
  security method information
`;

export const COMMON_WORDS: readonly string[] = WORDS.trim().split(/\s+/);
