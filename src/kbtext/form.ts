import { isBlank, type Line } from "./line.ts";

export function firstText(lines: readonly Line[]): Line | undefined {
  return lines.find((line) => !isBlank(line));
}

/** Whether the file is original text, form 1: its first line names the document. */
export function isTextForm(lines: readonly Line[]): boolean {
  return /^DOCUMENT *:/.test(firstText(lines)?.text ?? "");
}

/** Whether the file looks like archived Markdown, form 2 or 3: the archive's front matter, or its first label. */
export function isArchiveForm(lines: readonly Line[]): boolean {
  if (lines.some((line) => /^\s*Article: ?/.test(line.text))) return true;
  return firstText(lines)?.text === "---" && lines.some((line) => /^title:/.test(line.text));
}
