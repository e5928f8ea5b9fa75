import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isSealed, sealArticle, digest } from "../src/article/file.ts";
import { disk } from "../src/cli/import/disk.ts";
import { runImport, type Run } from "../src/cli/import/run.ts";
import { parseKbText } from "../src/kbtext/parse.ts";

const KB = join(import.meta.dirname, "../src/cli/kb.mjs");
const FIXTURES = join(import.meta.dirname, "fixtures/kbtext");

let work: string;
let content: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "import-"));
  content = join(work, "content");
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

interface Said {
  status: number;
  out: string;
  err: string;
}

/** Runs `kb import …` in the scratch folder. */
function kbImport(args: string[], input?: string | Buffer): Said {
  const options = { cwd: work, input, encoding: "utf8" as const, stdio: "pipe" as const };
  try {
    return {
      status: 0,
      out: execFileSync(process.execPath, [KB, "import", ...args], options),
      err: "",
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, out: stdout, err: stderr };
  }
}

function source(name: string, text: string | Buffer): string {
  const path = join(work, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function kbText(id: string, words = "Some words.", date = "16-AUG-2002"): string {
  const rule = "=".repeat(70);
  return `DOCUMENT:${id}  ${date}  [mail]\r\nTITLE   :One\r\nPRODUCT :Two\r\nPROD/VER::1.0\r\nOPER/SYS:\r\nKEYWORDS:kbone\r\n\r\n${rule}\r\n\r\nSUMMARY\r\n=======\r\n\r\n${words}\r\n`;
}

function run(paths: string[], more: Partial<Run> = {}) {
  return runImport({
    paths,
    content,
    dryRun: false,
    force: false,
    keepSource: false,
    blocks: false,
    workers: 0,
    ...more,
  });
}

function article(id: string): string {
  return join(content, "kb", id.slice(1, -3).padStart(3, "0"), id, "index.md");
}

describe("the command", () => {
  test("imports a folder, says what it did, and a second time changes nothing", () => {
    const first = kbImport([
      FIXTURES,
      "--content",
      content,
      "--keep-source",
      "--report",
      "report.json",
    ]);
    const sources = readdirSync(FIXTURES).filter((name) => /\.source\.(?:txt|md)$/.test(name));
    expect(first.out).toMatch(
      new RegExp(`^${sources.length} imported, \\d+ failed; \\d+ with findings\\.\n$`),
    );
    expect(readFileSync(join(content, "kb/900/Q900001/source.txt"))).toEqual(
      readFileSync(join(FIXTURES, "form-1.source.txt")),
    );
    const again = kbImport([FIXTURES, "--content", content]);
    expect(again.out).toMatch(new RegExp(`^${sources.length} unchanged, `));
  });

  test("reports each block's kind and lines", () => {
    kbImport([
      join(FIXTURES, "form-1.source.txt"),
      "--content",
      content,
      "--report",
      "report.json",
    ]);
    const { files } = JSON.parse(readFileSync(join(work, "report.json"), "utf8")) as {
      files: { id: string; form: string; status: string; blocks: object[] }[];
    };
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ id: "Q900001", form: "text", status: "imported" });
    expect(files[0]?.blocks.slice(0, 3)).toEqual([
      { kind: "heading", section: "symptoms", firstLine: 19, lastLine: 20 },
      { kind: "paragraph", section: "symptoms", firstLine: 22, lastLine: 23 },
      { kind: "event", section: "symptoms", firstLine: 25, lastLine: 31 },
    ]);
  });

  test("reads standard input", () => {
    expect(kbImport(["-", "--content", content], kbText("Q900101")).out).toBe(
      "1 imported; 0 with findings.\n",
    );
    expect(readFileSync(article("Q900101"), "utf8")).toContain("file: stdin");
  });

  test("writes nothing on a dry run", () => {
    source("one.txt", kbText("Q900102"));
    expect(kbImport(["one.txt", "--dry-run", "--content", content]).out).toBe(
      "1 imported; 0 with findings. Nothing was written (dry run).\n",
    );
    expect(() => readdirSync(content)).toThrow();
  });

  test.each([[[]], [["--colour"]], [["one.txt", "--content"]]])(
    "kb import %s is misuse",
    (args) => {
      expect(kbImport(args).status).toBe(2);
    },
  );
});

describe("several sources of one id", () => {
  test("original text comes before archived Markdown, then the first path, however many threads", async () => {
    const files = [
      source("z/Q900103.txt", kbText("Q900103", "Words of one.")),
      source("b/Q900103.txt", kbText("Q900103", "Words of two.")),
      source("a/Q900103.txt", kbText("Q900103", "Words of two.")),
    ];
    const outcomes = [];
    for (const workers of [0, 1, 3]) {
      content = join(work, `content-${workers}`);
      const { results } = await run(files, { workers });
      outcomes.push(results.map(({ status }) => status));
      expect(readFileSync(article("Q900103"), "utf8")).toContain("Words of one.");
    }
    expect(outcomes).toEqual(Array(3).fill(["imported", "conflict", "conflict"]));
  });

  test("the same article twice is a duplicate, another text a conflict that says so", async () => {
    source("in/a.txt", kbText("Q900104"));
    source("in/b.txt", kbText("Q900104"));
    source("in/c.txt", kbText("Q900104", "Other words."));
    const { results } = await run([join(work, "in")]);
    expect(results.map(({ status }) => status)).toEqual(["imported", "duplicate", "conflict"]);
    expect(results[2]?.findings[0]).toMatchObject({
      ruleId: "import/conflict",
      severity: "warning",
    });
  });
});

describe("articles that are there already", () => {
  test("are replaced where only import wrote them, and kept where somebody edited them", async () => {
    const path = source("one.txt", kbText("Q900105"));
    await run([path]);
    source("one.txt", kbText("Q900105", "Better words."));
    expect((await run([path])).results[0]?.status).toBe("updated");
    const edited = readFileSync(article("Q900105"), "utf8").replace("Better", "My");
    writeFileSync(article("Q900105"), edited);
    const kept = (await run([path])).results[0];
    expect(kept?.status).toBe("kept");
    expect(kept?.findings[0]?.note).toContain("--force");
    expect(readFileSync(article("Q900105"), "utf8")).toBe(edited);
    expect((await run([path], { force: true })).results[0]?.status).toBe("updated");
    expect(isSealed(readFileSync(article("Q900105"), "utf8"))).toBe(true);
  });
});

describe("bad input is told of, with its place, and never stops the rest", () => {
  const HEADLESS = "Just some text.\n";
  const CASES: [string, string | Buffer, string, string][] = [
    ["empty.txt", "", "1:1", "kbtext/empty-file"],
    ["blank.txt", "\r\n\r\n", "1:1", "kbtext/empty-file"],
    [
      "binary.txt",
      Buffer.from([0x47, 0x49, 0x46, 0x0a, 0x20, 0x00, 0xff]),
      "2:2",
      "kbtext/binary-file",
    ],
    ["headless.txt", HEADLESS, "1:1", "kbtext/no-header"],
    ["no-id.txt", kbText(""), "1:1", "kbtext/bad-id"],
    ["bad-id.txt", kbText("298836Q"), "1:1", "kbtext/bad-id"],
    ["climbing-id.txt", kbText("../../Q1"), "1:1", "kbtext/bad-id"],
    ["no-date.txt", kbText("Q900110", "x", ""), "1:1", "kbtext/bad-date"],
    ["bad-date.txt", kbText("Q900111", "x", "31-FEB-2002"), "1:1", "kbtext/bad-date"],
    ["long-line.txt", kbText("Q900112", "x".repeat(50_000_000)), "13:4000001", "kbtext/long-line"],
  ];

  test.each(CASES)("%s", async (name, text, place, ruleId) => {
    const bad = source(name, text);
    const good = source("good.txt", kbText("Q900199"));
    const { results } = await run([bad, good]);
    const finding = results[0]?.findings[0];
    expect(finding?.ruleId).toBe(ruleId);
    expect(`${finding?.place.line}:${finding?.place.column}`).toBe(place);
    expect(finding?.place.file).toBe(bad);
    expect(results[1]?.status).toBe("imported");
    expect(readdirSync(work).sort()).toEqual(["content", "good.txt", name].sort());
  });

  test("a file that is not there, and one that cannot be read", async () => {
    const folder = source("folder.txt/inside.txt", kbText("Q900113"));
    const broken = {
      ...disk,
      read: () => {
        throw new Error("EACCES: permission denied");
      },
    };
    expect((await run([join(work, "none.txt")])).findings[0]?.ruleId).toBe("import/cannot-read");
    const { results } = await run([folder], { disk: broken });
    expect(results[0]).toMatchObject({
      status: "failed",
      findings: [{ ruleId: "import/cannot-read" }],
    });
  });

  test("the exit status is 1 where a file could not be imported, 0 where all could", () => {
    source("bad.txt", HEADLESS);
    source("good.txt", kbText("Q900114"));
    const said = kbImport(["bad.txt", "good.txt", "--content", content]);
    expect(said.status).toBe(1);
    expect(said.out).toBe("1 imported, 1 failed; 1 with findings.\n");
    expect(said.err).toContain("bad.txt:1:1");
    expect(kbImport(["good.txt", "--content", content]).status).toBe(0);
  });

  test("a disk that is full: each article says so, and no half file is left", async () => {
    const files = [source("a.txt", kbText("Q900115")), source("b.txt", kbText("Q900116"))];
    let room = 1;
    const full = {
      ...disk,
      write: (path: string, text: string | Uint8Array) => {
        if (room-- <= 0) throw new Error("ENOSPC: no space left on device");
        disk.write(path, text);
      },
    };
    const { results } = await run(files, { disk: full });
    expect(results.map(({ status }) => status)).toEqual(["imported", "failed"]);
    expect(results[1]?.findings[0]).toMatchObject({
      ruleId: "import/cannot-write",
      severity: "error",
    });
    expect(readdirSync(join(content, "kb/900/Q900115"))).toEqual(["index.md"]);
    expect(readdirSync(join(content, "kb/900/Q900116"))).toEqual([]);
  });

  test.runIf(process.platform === "linux")("a report that cannot be written is told of", () => {
    source("good.txt", kbText("Q900117"));
    const said = kbImport(["good.txt", "--content", content, "--report", "/dev/full"]);
    expect(said.status).toBe(1);
    expect(said.err).toContain("ENOSPC");
  });

  test.skipIf(process.getuid?.() === 0)("a folder that may not be written to", async () => {
    mkdirSync(content);
    chmodSync(content, 0o500);
    const { results } = await run([source("good.txt", kbText("Q900118"))]);
    chmodSync(content, 0o700);
    expect(results[0]?.findings[0]?.ruleId).toBe("import/cannot-write");
  });
});

test("the article that the project ships is just what its source gives", () => {
  const folder = join(import.meta.dirname, "../content/kb/298/Q298836");
  const bytes = readFileSync(join(folder, "source.txt"));
  const { article: parsed, form, findings } = parseKbText(bytes, "Q298836.md");
  if (parsed === undefined || form === undefined) throw new Error("no article");
  const origin = { form, file: "Q298836.md", sha256: digest(bytes), written: "" };
  const fresh = sealArticle({ ...parsed, frontMatter: { ...parsed.frontMatter, source: origin } });
  expect(findings).toEqual([]);
  expect(fresh).toBe(readFileSync(join(folder, "index.md"), "utf8"));
});
