import type { Line } from "../line.ts";

/** What gives a language away, and its name in a fence. The first that is there twice, or decides alone, is it. */
const SIGNS: [string, RegExp, RegExp?][] = [
  [
    "xml",
    /^\s*<\/?[A-Za-z!?][^>]*>/,
    /^\s*<(?:\?xml|html|head|body|form|script|object|!doctype)\b/i,
  ],
  [
    "sql",
    /^\s*(?:select\s.+\sfrom|insert\s+into|create\s+(?:table|procedure|view|index)|update\s+\w+\s+set|exec(?:ute)?\s+sp_)\b/i,
    /^\s*(?:select\s.+\sfrom|insert\s+into|create\s+(?:table|procedure))\b/i,
  ],
  [
    "vb",
    /^\s*(?:(?:Private |Public )?(?:Sub|Function|Declare|Const|Type)\s|Dim\s|End (?:Sub|Function|If|Type|With)\b|Set\s+\w+\s*=|On Error |ReDim )/,
    /^\s*(?:Private|Public) (?:Sub|Function|Declare)\b|^\s*Option Explicit/,
  ],
  [
    "basic",
    /^\s*(?:\d+\s+)?(?:DIM|PRINT|INPUT|DECLARE SUB|GOTO|GOSUB|CLS|REM|LOCATE|COMMON SHARED|DEFINT|NEXT|WEND|LPRINT|END SUB)\b/,
    /^\s*DECLARE (?:SUB|FUNCTION)\b/,
  ],
  [
    "foxpro",
    /^\s*(?:DEFINE CLASS|ENDDEFINE|ENDPROC|ENDSCAN|ENDIF|ENDDO|SET \w+ (?:TO|ON|OFF)|USE \w+|BROWSE|WAIT WINDOW|CREATE CURSOR|MODIFY \w+|THISFORM\b)/i,
    /^\s*(?:DEFINE CLASS|ENDDEFINE|WAIT WINDOW|CREATE CURSOR)\b/i,
  ],
  [
    "cpp",
    /^\s*(?:class \w+|\w+::~?\w+\(|cout\s*<<|public:|private:|protected:|virtual |template\s*<)|::\w+\(/,
    /^\s*(?:class \w+\s*:|cout\s*<<|template\s*<)/,
  ],
  [
    "c",
    /^\s*(?:#\s*(?:include|define|pragma|ifdef|ifndef)\b|(?:int|void|char|long|short|unsigned|struct|typedef|static|extern|double|float|return)\b.*[;({]\s*(?:\/[/*].*)?$|printf\s*\()/,
    /^\s*#\s*(?:include|define)\b/,
  ],
  [
    "asm",
    /^\s*(?:\w+:?\s+)?(?:mov|push|pop|jmp|lea|int\s+\d+h|xor|cmp)\s|\b(?:PROC|ENDP|SEGMENT|ENDS|ASSUME)\b/i,
    /\b(?:ENDP|SEGMENT|ASSUME)\b/,
  ],
  [
    "ini",
    /^\s*\[[^\]]+\]\s*$/,
    /^\s*\[(?:boot loader|386Enh|boot|fonts|Microsoft Word|Setup|Network)\]/i,
  ],
  [
    "bat",
    /^\s*(?:@echo|echo |if (?:not )?exist |goto |net use |copy |xcopy |set \w+=|rem )/i,
    /^\s*@echo/i,
  ],
];

/** The programming language of lines, for a fence; `text` when unsure. */
export function languageOf(lines: readonly Line[]): string {
  const texts = lines.slice(0, 200).map((line) => line.text.slice(0, 200));
  let best: [string, number] = ["text", 1];
  for (const [name, sign, sure] of SIGNS) {
    const hits = texts.filter((text) => sign.test(text)).length;
    const weight = hits + (sure !== undefined && texts.some((text) => sure.test(text)) ? 1 : 0);
    if (weight > best[1]) best = [name, weight];
  }
  return best[0];
}
