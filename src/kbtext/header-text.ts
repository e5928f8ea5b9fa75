import { emptyHeader, type Header, type HeaderResult } from "./header.ts";
import { isBlank, isRule, type Line } from "./line.ts";

/**
 * Form 1, original text:
 *
 *     DOCUMENT:Q100001  16-AUG-2002  [exchange]
 *     TITLE   :One Title
 *     PRODUCT :One Product
 *     PROD/VER:WINDOWS:1.0,2.0
 *     OPER/SYS:
 *     KEYWORDS:kbone kbtwo
 *
 *     ======================================================================
 */
export function readTextHeader(lines: Line[]): HeaderResult {
  const header = emptyHeader("text");
  let at = 0;
  let field: keyof typeof FIELDS | undefined;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || isRule(line, "=", 20)) break;
    if (isBlank(line)) {
      if (field === "KEYWORDS") break;
      continue;
    }
    const label = LABEL.exec(line.text);
    if (label !== null) {
      field = label[1] as keyof typeof FIELDS;
      if (field === "DOCUMENT") readDocumentLine(header, label[2] ?? "", line.number);
      FIELDS[field](header, label[2] ?? "");
    } else if (field === undefined || field === "DOCUMENT") break;
    else FIELDS[field](header, ` ${line.text.trim()}`);
  }
  return { header, rest: afterRule(lines, at) };
}

const LABEL = /^(DOCUMENT|TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS) *:(.*)$/;

/** What each label fills in; a wrapped value comes in pieces, so values are appended. */
const FIELDS = {
  DOCUMENT: () => undefined,
  TITLE: (header: Header, value: string) => void (header.title += value),
  PRODUCT: (header: Header, value: string) => void (header.product += value),
  "PROD/VER": (header: Header, value: string) => void (header.versions += value),
  "OPER/SYS": (header: Header, value: string) => void (header.operatingSystems += value),
  KEYWORDS: (header: Header, value: string) => void (header.keywords += value),
};

/** `Q100001  16-AUG-2002  [exchange]`; whatever is wrong with it is judged later, with the other forms. */
function readDocumentLine(header: Header, value: string, line: number): void {
  const [, rest = value, collection = ""] = /^(.*?)\s*\[([^\]]*)\]\s*$/.exec(value) ?? [];
  // Where the id is missing, the date comes first.
  const [, id = "", date = ""] = /^(?!\d+-)(\S*)\s*(.*)$/.exec(rest.trim()) ?? [
    "",
    "",
    rest.trim(),
  ];
  Object.assign(header, { id, modified: date, collection, idLine: line, dateLine: line });
}

/** The rule under the header belongs to it; nothing else is taken. */
function afterRule(lines: Line[], at: number): Line[] {
  let next = at;
  while (next < lines.length && isBlank(lines[next])) next++;
  return lines.slice(isRule(lines[next], "=", 20) ? next + 1 : at);
}
