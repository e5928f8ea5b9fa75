import { readdirSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Finding } from "../../article/finding.ts";

/** The name under which standard input goes. */
export const STDIN = "-";

export interface Discovered {
  /** Files in the order that decides between sources of one id: as the arguments name them, folders sorted. */
  files: string[];
  findings: Finding[];
}

/** Files that the arguments name, once each; of folders, every text and Markdown file below. */
export function discover(paths: readonly string[]): Discovered {
  const seen = new Set<string>();
  const result: Discovered = { files: [], findings: [] };
  for (const path of paths) {
    for (const file of filesOf(path, result.findings)) {
      const key = file === STDIN ? STDIN : resolve(file);
      if (!seen.has(key)) result.files.push(file);
      seen.add(key);
    }
  }
  return result;
}

function filesOf(path: string, findings: Finding[]): string[] {
  if (path === STDIN) return [STDIN];
  try {
    return statSync(path).isDirectory() ? walk(path, findings) : [path];
  } catch (error) {
    findings.push(cannotRead(path, error as Error));
    return [];
  }
}

const EXTENSIONS = new Set([".txt", ".md", ".markdown"]);

function walk(folder: string, findings: Finding[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith("."))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return walk(path, findings);
        return EXTENSIONS.has(extname(entry.name).toLowerCase()) ? [path] : [];
      });
  } catch (error) {
    findings.push(cannotRead(folder, error as Error));
    return [];
  }
}

export function cannotRead(file: string, error: Error): Finding {
  return {
    ruleId: "import/cannot-read",
    severity: "error",
    place: { file, line: 1, column: 1 },
    reason: `Cannot read the file: ${error.message}`,
  };
}
