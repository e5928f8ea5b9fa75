import type { Utterances } from "../utterance.ts";

/**
 * What an IMAP4 server says, apart from data. The device fills in `{tag}`, the client's name for its command,
 * `{command}`, the command's own name in capitals, and `{number}`.
 */
export const IMAP4_UTTERANCES: Utterances = {
  greeting: { meaning: "on connecting", begins: "* OK", text: "* OK IMAP4rev1 server ready" },
  login: { meaning: "after login", begins: "{tag} OK", text: "{tag} OK LOGIN completed." },
  namespace: {
    meaning: "to namespace (RFC 2342), before it is completed",
    begins: "* NAMESPACE",
    text: '* NAMESPACE (("" "/")) NIL NIL',
  },
  flags: {
    meaning: "to select and examine: which flags there are",
    begins: "* FLAGS",
    text: "* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)",
  },
  permanentFlags: {
    meaning: "to select: which flags a client may set",
    begins: "* OK [PERMANENTFLAGS",
    text: "* OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)] Flags to set",
  },
  unseen: {
    meaning: "to select and examine: the first message not yet seen, where there is one",
    begins: "* OK [UNSEEN {number}]",
    text: "* OK [UNSEEN {number}] First unseen message",
  },
  uidValidity: {
    meaning: "to select and examine: the number that says whether unique ids are still good",
    begins: "* OK [UIDVALIDITY",
    text: "* OK [UIDVALIDITY 1] Unique ids are valid",
  },
  selected: {
    meaning: "after select",
    begins: "{tag} OK [READ-WRITE]",
    text: "{tag} OK [READ-WRITE] SELECT completed.",
  },
  examined: {
    meaning: "after examine",
    begins: "{tag} OK [READ-ONLY]",
    text: "{tag} OK [READ-ONLY] EXAMINE completed.",
  },
  refused: {
    meaning: "to select, examine and status, when the mailbox does not open",
    begins: "{tag} NO",
    text: "{tag} NO Mailbox cannot be opened",
  },
  fetched: { meaning: "after fetch", begins: "{tag} OK", text: "{tag} OK FETCH completed." },
  completed: {
    meaning: "after every other command that succeeds",
    begins: "{tag} OK",
    text: "{tag} OK {command} completed.",
  },
  bye: { meaning: "to logout, before it is completed", begins: "* BYE", text: "* BYE Signing off" },
  logout: { meaning: "after logout", begins: "{tag} OK", text: "{tag} OK LOGOUT completed." },
  continue: {
    meaning: "to a command that announces a literal: the rest may come",
    begins: "+ ",
    text: "+ Ready for the rest",
  },
  bad: {
    meaning: "to a command that is unknown or breaks the grammar",
    begins: "{tag} BAD",
    text: "{tag} BAD Command is not recognized",
  },
  notNow: {
    meaning: "to a command given before or after its time",
    begins: "{tag} BAD",
    text: "{tag} BAD Command is not valid in this state",
  },
  noFolder: {
    meaning: "to the name of a folder that is not there: the mailbox has INBOX alone",
    begins: "{tag} NO",
    text: "{tag} NO No such folder",
  },
  notOffered: {
    meaning: "to what the protocol knows and this server does not do",
    begins: "{tag} NO",
    text: "{tag} NO Not supported here",
  },
};
