import { isBlank, type Line } from "../line.ts";
import { rangeOf } from "./block.ts";
import { isProse } from "./looks.ts";
import { chunkEnd, skipBlank, type Context, type Recogniser } from "./recogniser.ts";

const KEY = /^\s*\\?(?:[[(]?-?)?(?:HKEY_[A-Z_]+|HKLM|HKCU|HKCR|HKU)(?:[\\/]|\]\[|$|\s*$)/i;
const ROOT_PART = /^\s*\\?(?:SYSTEM|SOFTWARE|Software|System)\\\S/;
const VALUE_LINE =
  /^\s*(?:Value(?: Name| Type)?|Data(?: Type)?|Type|Name|Default(?: Value)?|Range|Setting|String|Key|Subkey|Path|Value Data|Hive)\s*:|^\s*(?:"[^"]+"|@)=|REG_(?:DWORD|SZ|MULTI_SZ|EXPAND_SZ|BINARY)\b/i;

/**
 * A registry key, with the value, type and data below it:
 *
 *     HKEY_LOCAL_MACHINE\System\CurrentControlSet
 *       \Services\One
 *
 *     Value Name: Two
 *     Data Type:  REG_DWORD
 */
export const registry: Recogniser = (lines, at, context) => {
  const first = lines[at];
  if (first === undefined || !(isKey(first, context) || startsWithValue(lines, at)))
    return undefined;
  let end = chunkEnd(lines, at);
  const chunk = lines.slice(at, end);
  if (first.indent === 0 && !context.inside && !chunk.every((line) => isPart(line)))
    return undefined;
  if (context.inside && first.indent === 0 && isSentence(chunk) && !startsWithValue(lines, at))
    return undefined;
  // Value, type and data may follow after a blank line.
  for (let next = skipBlank(lines, end); next < lines.length && next > end;) {
    const line = lines[next];
    if (isBlank(line) || !VALUE_LINE.test(line?.text ?? "") || (line?.indent ?? 0) < first.indent)
      break;
    end = chunkEnd(lines, next);
    next = skipBlank(lines, end);
  }
  const taken = lines.slice(at, end);
  return {
    block: { kind: "registry", info: "registry", lines: taken, ...rangeOf(taken) },
    next: end,
  };
};

/** A key; where it is set off, one without its root too. */
function isKey(line: Line, context: Context): boolean {
  return (
    KEY.test(line.text) ||
    ((line.indent > 0 || context.inside) && ROOT_PART.test(line.text) && !/[.,;]$/.test(line.text))
  );
}

/** `Value Name: …` over `Data Type: REG_…`, with the key named in the text before. */
function startsWithValue(lines: Line[], at: number): boolean {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  if (!chunk.some((line) => /\bREG_[A-Z]+/.test(line.text))) return false;
  return VALUE_LINE.test(chunk[0]?.text ?? "") && !isProse(chunk.slice(0, 1));
}

/** A key that a sentence of the item begins with. */
function isSentence(chunk: Line[]): boolean {
  return !VALUE_LINE.test(chunk.at(-1)?.text ?? "") && isProse(chunk);
}

function isPart(line: Line): boolean {
  return (
    KEY.test(line.text) ||
    ROOT_PART.test(line.text) ||
    VALUE_LINE.test(line.text) ||
    !/\s/.test(line.text.trim())
  );
}
