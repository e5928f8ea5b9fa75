import type { PhraseBook } from "../schema.ts";

/**
 * What Microsoft Exchange Server 5.5 says to mail clients, as articles of the Knowledge Base quote it. Needs a setting
 * `server`, whose choices are here. Exchange 2000 is worded by us: no article quotes it.
 */

const builds = (server: string, build: string, name: string) => ({
  when: `server == "${server}"`,
  cited: `5.5.${build}`,
  in: "Q163294",
  note: `${name} is build ${build}.`,
});

const modelled =
  "No article shows a session with Exchange 2000; this is worded after Exchange 5.5.";
const made = "The protocol gives the form; the messages are made up, the same at every run.";
const plain = "The protocol asks for this word; the article shows no more after other commands.";

const session = (text: string) => ({
  cited: text,
  in: "Q189326",
  note: "One logs on, opens the inbox and ends the session in this way.",
});

export const exchange: PhraseBook = {
  choices: {
    server: {
      rtm: "Exchange 5.5",
      sp1: "Exchange 5.5 SP1",
      sp2: "Exchange 5.5 SP2",
      sp3: "Exchange 5.5 SP3",
      sp4: "Exchange 5.5 SP4",
      ex2000: "Exchange 2000",
    },
  },
  otherwise: "A MAPI client speaks no lines of text that could be typed or shown.",
  sessions: {
    pop3: { after: ["stat", "list", "quit"].map((cited) => ({ cited, in: "Q322825" })) },
    imap4: {
      open: { cited: "telnet <server> 143", in: "Q217388", note: "IMAP4 is at port 143." },
      lines: [
        session("1 LOGIN domain/user/mailbox <password>"),
        session("2 SELECT Inbox"),
        { inferred: "3 FETCH 1:* (FLAGS)", because: "This asks for all messages (RFC 2060)." },
        session("4 LOGOUT"),
      ],
    },
  },
  fills: {
    version: [
      builds("rtm", "1960.3", "Exchange 5.5 without a service pack"),
      builds("sp1", "2232.18", "Service Pack 1"),
      builds("sp2", "2448.1", "Service Pack 2"),
      builds("sp3", "2650.24", "Service Pack 3"),
      builds("sp4", "2653.23", "Service Pack 4"),
    ],
    host: { inferred: "<server>", because: "The article names no server." },
  },
  says: {
    pop3: {
      greeting: [
        {
          when: 'server == "ex2000"',
          inferred: "+OK Microsoft Exchange 2000 POP3 server ready",
          because: modelled,
        },
        {
          inferred: "+OK Microsoft Exchange POP3 server version {version} ready",
          because: "Worded as Exchange 5.0 greets (Q161118).",
        },
      ],
      user: { inferred: "+OK", because: plain },
      loggedOn: { cited: "+OK User successfully logged on", in: "Q161118" },
      ok: { inferred: "+OK", because: plain },
      signingOff: [
        {
          when: 'server == "ex2000"',
          inferred: "+OK Microsoft Exchange 2000 POP3 server signing off",
          because: modelled,
        },
        {
          cited: "+OK Microsoft Exchange POP3 server version {version} signing off",
          in: "Q161118",
        },
      ],
      data: { inferred: "…", because: made },
    },
    imap4: {
      greeting: [
        {
          when: 'server == "ex2000"',
          inferred: "* OK Microsoft Exchange 2000 IMAP4rev1 server ready",
          because: modelled,
        },
        {
          cited: "* OK Microsoft Exchange IMAP4rev1 server version {version} ({host}) ready",
          in: "Q217388",
        },
      ],
      login: { cited: "{tag} OK LOGIN completed.", in: "Q182618" },
      flags: { cited: "* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)", in: "Q189326" },
      permanentFlags: {
        cited: "* OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)]",
        in: "Q189326",
      },
      unseen: { cited: "* OK [UNSEEN {number}] Is the first unseen message", in: "Q189326" },
      uidValidity: { cited: "* OK [UIDVALIDITY 73] UIDVALIDITY value.", in: "Q189326" },
      selected: { cited: "{tag} OK [READ-WRITE] SELECT completed.", in: "Q189326" },
      fetched: { cited: "{tag} OK FETCH completed.", in: "Q189326" },
      bye: [
        {
          when: 'server == "ex2000"',
          inferred: "* BYE Microsoft Exchange 2000 IMAP4rev1 server signing off",
          because: modelled,
        },
        {
          cited: "* BYE Microsoft Exchange IMAP4rev1 server version {version} signing off",
          in: "Q189326",
        },
      ],
      logout: { cited: "{tag} OK LOGOUT completed.", in: "Q189326" },
      data: { inferred: "…", because: made },
    },
  },
};
