import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pathOf } from "../../src/article/id.ts";

const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));

/** A small archive for the search tests: Q298836 as shipped, and articles of our own beside it. */

interface Fixture {
  id: string;
  title: string;
  product: string;
  keywords: string[];
  modified: string;
  issueType: string;
  symptoms: string;
  cause?: string;
  body?: string;
}

const ARTICLES: Fixture[] = [
  {
    id: "R900001",
    title: "Print Spooler Stops When a Driver Is Removed",
    product: "Sample Print Server",
    keywords: ["kbprint"],
    modified: "1998-03-02",
    issueType: "kbprb",
    symptoms:
      "The spooler stops and the following message is shown:\n\n```message\nThe instruction at 0x77F53E21 referenced memory at 0x00000010.\n```",
    cause: "A driver was removed while a job was waiting. See also Q298836.",
  },
  {
    id: "R900002",
    title: "How to Read a Mailbox from the Command Line",
    product: "Sample Mail Server",
    keywords: ["kbhowto", "kbmail"],
    modified: "2001-11-30",
    issueType: "kbhowto",
    symptoms: "This article describes how to read a mailbox with a POP3 client.",
    body: "## More information\n\nCall `MailboxOpenEx()` from mapi32.dll, then send `+OK` lines back.",
  },
  {
    id: "R900003",
    title: "Setup Fails with Error (0xC0000005,0x8013B5E6)",
    product: "Sample Setup",
    keywords: ["kbsetup"],
    modified: "1999-07-15",
    issueType: "kbbug",
    symptoms: "Setup fails, and hr=0x800cccdd is written to the log.",
    cause:
      "The value `HKEY_LOCAL_MACHINE\\Software\\Sample\\Retries` is missing on computers with two network adapters.",
  },
  {
    id: "R900004",
    title: "C++ Sample: Reading a Mailbox",
    product: "Sample Compiler",
    keywords: ["kbcode"],
    modified: "2000-01-01",
    issueType: "kbinfo",
    symptoms: "A sample in C++ that reads a mailbox, with a C# version of it.",
  },
  {
    id: "R900005",
    title: "Event 40 Is Logged When the Clock Is Set",
    product: "Sample Time Service",
    keywords: ["kbtime"],
    modified: "2000-05-05",
    issueType: "kbprb",
    symptoms: "Event 40 is logged once an hour. Event 4000 is another matter.",
  },
  {
    id: "R900006",
    title: "Release Notes of Version 4.0",
    product: "Sample Time Service",
    keywords: ["kbreadme"],
    modified: "2000-06-06",
    issueType: "kbinfo",
    symptoms: "Version 4.0 runs on .NET and knows when Zürich changes to summer time.",
  },
  ...Array.from({ length: 14 }, (_, index) => ({
    id: `R9001${String(index).padStart(2, "0")}`,
    title: `Widget Number ${index} Is Painted Twice`,
    product: index % 2 === 0 ? "Sample Widgets" : "Sample Gadgets",
    keywords: ["kbdisplay"],
    modified: `19${90 + (index % 10)}-05-0${(index % 9) + 1}`,
    issueType: "kbprb",
    symptoms: "When the window is resized, the widget is painted twice & flickers `<badly>`.",
  })),
];

/** Writes the archive into a folder that `kb build --content` takes. */
export async function writeSearchArchive(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const shipped = join(CONTENT, pathOf("Q298836"));
  await cp(shipped, join(folder, pathOf("Q298836")), { recursive: true });
  for (const article of ARTICLES) {
    const place = join(folder, pathOf(article.id));
    await mkdir(place, { recursive: true });
    await writeFile(join(place, "index.md"), markdown(article));
  }
}

function markdown({ body = "", ...article }: Fixture): string {
  const { product, symptoms, cause, ...front } = article;
  const fields = {
    id: front.id,
    title: front.title,
    products: [product],
    keywords: front.keywords,
    modified: front.modified,
    symptoms,
    ...(cause && { cause }),
    issueType: front.issueType,
  };
  const lines = Object.entries(fields).map(([key, value]) =>
    key === "modified" ? `${key}: ${front.modified}` : `${key}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}
