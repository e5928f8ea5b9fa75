/** `Event ID: 13005`: the name with its colon, blanks, the value. */
const FIELD =
  /^((?:Event )?(?:ID|Source|Type|Category|Log)|Event|Date|Time|User|Computer|Description|Data|Text|Message)(:)([ \t]*)(.*)$/i;

interface Field {
  name: string;
  /** What stands between the name and the value: blanks or a line end. */
  gap: string;
  value: string;
}

/**
 * An event-log record, whose text is HTML already, as a list of names and values: its text exactly as it stands, in its order. Undefined
 * where the text does not begin with such a field.
 */
export function eventRecord(text: string): string | undefined {
  const fields = fieldsOf(text);
  if (fields === undefined) return undefined;
  const rows = fields.map(({ name, gap, value }) => {
    const width = /^desc/i.test(name) ? "wide" : "field";
    return `<div class="${width}"><dt>${name}</dt>${gap}<dd>${value}</dd></div>`;
  });
  return `<dl>${rows.join("\n")}</dl>`;
}

function fieldsOf(text: string): Field[] | undefined {
  const fields: Field[] = [];
  for (const line of text.split("\n")) {
    const last = fields.at(-1);
    const match = last !== undefined && /^desc/i.test(last.name) ? null : FIELD.exec(line);
    if (match !== null) {
      const [, name = "", colon = "", gap = "", value = ""] = match;
      fields.push({ name: name + colon, gap, value });
    } else if (last === undefined) {
      return undefined;
    } else if (last.value === "") {
      last.gap += "\n";
      last.value = line;
    } else {
      last.value += `\n${line}`;
    }
  }
  return fields;
}
