/** The site's settings: what a host changes to make the site theirs. */

export interface SiteConfig {
  /** Name of the site, in the header and in titles. */
  title: string;
  /** One sentence on what the site holds, for the home page and for feeds. */
  description: string;
  /** Language of the articles, a BCP 47 tag. */
  language: string;
  /** Scheme and host of the published site; `--site` or `KB_SITE` stand above it. */
  siteUrl: string;
  /** Whose text the articles are and what holds for it: said once, on every page's foot. */
  legalNotice: string;
  /** What codes mean. The page shows the word with the code beside it; a code without a word is shown alone. */
  codeWords: Readonly<Record<string, string>>;
  /** Codes, and products that name none, which stay in the data and out of sight. */
  hiddenCodes: readonly RegExp[];
  /** Rows on a page of a list. */
  pageSize: number;
  /** Id of the article that the home page and `npm start` name first, where the content has it. */
  firstArticle: string;
  /** Articles in the feed, newest first. */
  feedSize: number;
  /** Whether events, codes and files that two or more articles name have pages of their own. */
  sharedLists: boolean;
  /** Related articles that an article's page names; 0 for none. */
  related: number;
  /** Whether `/` opens the search where no field has the focus. Ctrl+K always does. */
  slashKey: boolean;
}

export const config: SiteConfig = {
  title: "Reprobase",
  description: "Knowledge-base articles that can be found, read and tried.",
  language: "en",
  siteUrl: "https://kb.example.org",
  legalNotice:
    "Articles imported from the Microsoft Knowledge Base are the text of Microsoft Corporation, which published them “as is”, without warranty of any kind. They are kept here for the record and may no longer be correct.",
  codeWords: {
    // Issue types
    kbprb: "Problem",
    kbbug: "Bug",
    kbinfo: "Information",
    kbhowto: "How to",
    // Solution types
    kbfix: "Fixed",
    kbnofix: "No fix",
    kbpending: "Fix pending",
    kbworkaround: "Workaround",
    // Keywords
    kb16bitonly: "16-bit only",
    kb3rdparty: "Third-party product",
    kbbuglist: "Bug list",
    kbcode: "Sample code",
    kbdatabase: "Databases",
    kbdate: "Dates",
    kbdisk: "Disks",
    kbdisplay: "Display",
    kbdocerr: "Documentation error",
    kbdocfix: "Documentation fix",
    kbenv: "Environment",
    kberrmsg: "Error message",
    kbfaq: "Frequent question",
    kbfile: "File to download",
    kbfixlist: "Fix list",
    kbhw: "Hardware",
    kbinterop: "Interoperability",
    kbmail: "Mail",
    kbnetwork: "Networking",
    kbprint: "Printing",
    kbprogramming: "Programming",
    kbsetup: "Setup",
    kbtool: "Tools",
    kbui: "User interface",
    kbusage: "Usage",
    exc4: "Exchange 4.0",
    exc5: "Exchange 5.0",
    exc55: "Exchange 5.5",
    exc55sp1: "Exchange 5.5 SP1",
    exc55sp2: "Exchange 5.5 SP2",
    exc55sp3: "Exchange 5.5 SP3",
    exc55sp4: "Exchange 5.5 SP4",
    win95: "Windows 95",
    win98: "Windows 98",
    word97: "Word 97",
  },
  hiddenCodes: [/^kbZNot/i, /search$/i, /^see article$/i],
  pageSize: 200,
  firstArticle: "Q298836",
  feedSize: 50,
  sharedLists: true,
  related: 5,
  slashKey: true,
};

/** The word for a code, whatever its case; undefined where the table has none. */
export function wordOf(code: string): string | undefined {
  return CODE_WORDS.get(code) ?? CODE_WORDS.get(code.toLowerCase());
}

const CODE_WORDS = new Map(Object.entries(config.codeWords));

export function isHiddenCode(code: string): boolean {
  return config.hiddenCodes.some((pattern) => pattern.test(code));
}
