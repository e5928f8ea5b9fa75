import type { Line } from "../line.ts";

/**
 * What lines look like, whatever stands around them. Each test is cheap and linear; none of them decides alone.
 */

/** How much of a line is looked at: more than any real line has, so that a megabyte in one line costs nothing. */
const LOOKED_AT = 300;

/** Small words that sentences need and code does not. */
const SMALL_WORDS =
  /\b(?:the|a|an|is|are|was|be|been|to|of|in|and|or|for|you|your|this|that|it|on|with|not|can|cannot|could|has|have|if|as|by|from|at|when|will|may|does|do|than|because|any)\b/gi;

const TOKENS = /\S+/g;

/** A word with the signs around it. */
const { source: WORD } = /["'(]*[A-Za-z][A-Za-z'’-]*["')]*[.,:;!?]*["')]*/;
const WHOLE_WORD = new RegExp(`^${WORD}$`);
const WORDS = new RegExp(`(?<!\\S)${WORD}(?!\\S)`, "g");

/** Whether lines that stand one under the other are sentences: mostly words, with the small words of English among them. */
export function isProse(lines: readonly Line[]): boolean {
  const text = lines
    .slice(0, 100)
    .map((line) => line.text.slice(0, LOOKED_AT))
    .join(" ");
  const tokens = count(text, TOKENS);
  if (tokens < 4 || isRagged(lines)) return false;
  return count(text, WORDS) / tokens >= 0.7 && count(text, SMALL_WORDS) / tokens >= 0.15;
}

/** How often a global pattern matches. */
function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** How one line of a program in C, Basic, assembler, SQL, a script or mark-up begins, behind its indent. */
const CODE_START = anyOf(
  /(?:#\s*(?:include|define|if|ifdef|ifndef|endif|pragma|undef|else)\b|\/\*|\/\/|\*\/|\{|\})/,
  /(?:int|void|char|double|float|long|short|unsigned|struct|typedef|static|extern|return|class|public|private|protected)\b.*[({;:]\s*$/,
  /(?:if|while|for|switch)\s*\(.*\)/,
  /(?:DIM|REM|PRINT|INPUT|FOR|ON|END|RANDOMIZE|ERASE|BEEP|RESUME|STOP(?!:? +0x)|WIDTH|SCREEN|COLOR|ELSE|ELSEIF|DATA|READ|SWAP|TYPE|SHELL|SLEEP|KILL|IF NOT|IF|LET|DEF|UEVENT|OPTION BASE|WHILE|CALL|SUB|DECLARE|CLS|LOCATE|WEND|GOSUB|GOTO|RETURN|DEFINT|OPEN|CLOSE|LPRINT|FUNCTION|COMMON|REDIM|SELECT CASE|CASE ELSE|DO WHILE|DO UNTIL|LOOP|NEXT|END (?:IF|SUB|FUNCTION|SELECT|TYPE|DEF))\b/,
  /(?:Dim|ReDim|Set|Const|Declare|Call|Private|Public|Sub|Function|End (?:Sub|Function|If|With|Select|Type|Property)|Next|Loop|On Error|Exit (?:Sub|For|Do|Function)|Option Explicit|Msgbox|MsgBox|Debug\.Print|Select Case|With|Static|Type)\b(?![^.]*\.$)/,
  /(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|PROCEDURE|CURSOR|INDEX)|DROP|EXEC|USE|BROWSE|REPLACE|DEFINE|ENDIF|ENDPROC|ENDDEFINE|ENDFOR|ENDDO|ENDSCAN|PROCEDURE|LOCAL|PARAMETERS|APPEND|SET [A-Z]+ (?:TO|ON|OFF))\b/,
  /[\w.$%&!()[\]>*,"'-]+\s*(?:[+*/-]|:)?=\s*\S/,
  /(?:mov|jmp|push|pop|lea|xor|cmp|jne|jz|jnz|je|ret|int|inc|dec|add|sub|call|assume|invoke)\s+[\w[\]$@:,+ ]+(?:;.*)?$/,
  /\w+\s+(?:proc(?:\s+(?:near|far))?|endp|segment|ends)$/,
  /;\s*\S/,
  /(?:int|void|char|double|float|long|struct|static|unsigned|main)\b[^.]*\([^.]*\)\s*$|register\s/,
  /<[/!?]?[A-Za-z][^>]*>/,
  /'\s*\S/,
  /SET \w+=\S/,
  /(?:@echo|echo|set|if (?:not )?exist|for %%?\w|goto|rem|call)\s+\S/,
  /(?:print|input|Print|Input)\s+["#]/,
  /\d{1,5} (?:REM|PRINT|INPUT|GOTO|GOSUB|SCREEN|COLOR|CLS|DIM|FOR|NEXT|IF|END|OPEN|CLOSE|LINE|CIRCLE|LOCATE|WHILE|WEND|[A-Z]\w*[$%!#]? ?=)(?=\W|$)/,
  /[\w.$()]+ ?: +\w+\.(?:obj|c|cpp|asm|exe|lib|res|rc|def|h)\b/,
  /(?:cl|link|ml|masm|bc|rc|nmake|lib|fl|qcl)\s(?=.*(?:\s\/\w|\.\w{1,3}\b|;\s*$))/,
  /\w+\([^)]*\)\s*;?$/,
);

/** What such a line has further on. Looked for apart from its beginning: a test of all at each place in a line takes ten times as long. */
const CODE_END = /[{}]\s*$|\s_$|&&$|\|\|$/;
const CODE_WITHIN = /\b(?:PROC|ENDP|SEGMENT|ENDS|DB|DW|DD|EQU)\b(?:\s|$)|\s&&\s+\S/;
const CODE_REMARK = /\S.*\/\*.*\*\/\s*$/;

function anyOf(...parts: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${parts.map(({ source }) => source).join("|")})`);
}

function hasCode(text: string): boolean {
  return (
    CODE_START.test(text.trimStart()) ||
    CODE_END.test(text) ||
    CODE_WITHIN.test(text) ||
    (text.includes("/*") && CODE_REMARK.test(text))
  );
}

/** Ends that a statement has, or the first half of a call; a sentence that was wrapped there has them too. */
const OPEN_END = /[;({,]\s*$/;

export function isCodeLine(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return hasCode(start) || (OPEN_END.test(start) && !isSentencePart(start));
}

/**
 * A line of a sentence that was wrapped: it goes up to the margin, and nearly all of it is words. (A blank before the
 * semicolon is FoxPro's sign that a statement goes on.)
 */
function isSentencePart(text: string): boolean {
  if (/ ;$/.test(text)) return false;
  const tokens = text.trim().split(/\s+/);
  const words = tokens.filter((token) => WHOLE_WORD.test(token.replace(/[({;]+$/, "")));
  return text.length >= 50 && tokens.length >= 5 && words.length >= tokens.length * 0.8;
}

/** Keywords of Basic that may begin a sentence as well, with what follows them in a program only. */
const KEYWORD_ALONE =
  /^\s*(?:Set|Type|With|Call|Next|Static|Public|Private|Function|Sub|Const|Declare|set|echo|call|goto|if)\b(?!.*[=().]\S)/;

/** Whether a line is one of code even where text is to be expected: no open end, and no word that text begins with too. */
export function isSurelyCodeLine(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  if (KEYWORD_ALONE.test(start) || isSentencePart(start)) return false;
  return hasCode(start) || /[\w)"'];\s*$/.test(start);
}

/** Statements of Basic and FoxPro that stand alone on their line, and that nobody would take for words. */
const STATEMENT =
  /^(?:Option (?:Explicit|Base \d|Compare \w+)|(?:End|Exit) (?:Sub|Function|If|With|Select|Type|Property)|ENDPROC|ENDDEFINE|ENDIF|ENDFOR|ENDDO|ENDSCAN|ENDCASE|WEND)$/i;

export function isStatement(text: string): boolean {
  return text.length < 40 && STATEMENT.test(text.trim());
}

/** The share of lines that look like code, comments between them included. */
export function codeShare(lines: readonly Line[]): number {
  const filled = lines.filter((line) => line.text !== "");
  const code = filled.filter((line) => isCodeLine(line.text));
  return code.length / Math.max(1, filled.length);
}

/** A line of a session: a prompt, or a server's reply. */
const SESSION_LINE =
  /^\s*(?:[A-Z]:(?:\\[^>|]*)?>|\+OK\b|-ERR\b|[CS]: \S|>>> |<<< |[CS]:\s?\d{3}\b|\* OK\b|[0-9a-z]{1,4} (?:OK|NO|BAD) |(?:2[0-5]\d|3[0-5]\d|4[25]\d|5[035]\d)[ -](?!bytes\b|[Ff]iles?\b)[A-Za-z]{2}|ftp> |telnet> |Connected to |SQL> |\d> )/;

export function isSessionLine(text: string): boolean {
  return SESSION_LINE.test(text.slice(0, LOOKED_AT));
}

/** A line of a directory listing, a memory dump, or a figure made of characters. */
const LISTING_START =
  /^\s*(?:Directory of|Volume (?:in drive|Serial Number|Label)|\d+ file\(s\)|\d+ bytes free|(?:[0-9A-F]{4}:)?[0-9A-F]{4,8}[: ]\s*(?:[0-9A-F]{2}[ -]){4}|\W?(?:[0-9A-F]{2}[ -]){6}|\[\w+\]\s+\S|\d\d:\d\d:\d\d\b|[-drwx]{10}\s|\^(?:\s+[A-Z]|-{2}))/i;
const LISTING_WITHIN = /<DIR>|[|+][-=]{3,}|[-=]{3,}[|+]|[│┌┐└┘├┤─═║]/i;
const LISTING_TIME = /\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\s+\d{1,2}:\d\d\s?[ap]?m?\b.*\d/i;

export function isListingLine(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return LISTING_START.test(start) || LISTING_WITHIN.test(start) || LISTING_TIME.test(start);
}

/** What a line holds at least, where text was wrapped. */
const WIDTH = 61;

/**
 * Whether short lines stand under each other that nobody wrapped: at most of their ends the next word would have fitted.
 */
export function isRagged(lines: readonly Line[]): boolean {
  if (lines.length < 3) return false;
  const breaks = lines.slice(0, -1).filter((line, index) => {
    if (line.text.length > WIDTH) return false;
    const next = /^\s*\S+/.exec(lines[index + 1]?.text ?? "")?.[0].trim() ?? "";
    return line.text.length + 1 + next.length <= WIDTH;
  });
  return breaks.length >= (lines.length - 1) * 0.7;
}
