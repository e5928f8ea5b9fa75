import { expect, test } from "vitest";
import { leadsToMessage } from "./messages.ts";
import { kindOf } from "./observables.ts";
import { messagesQuotedIn } from "./quoted.ts";

const TEXT = { info: "text", text: "Lid open" };

test.each([
  ["The following error message appears:", "message"],
  ["If you run the following code, you may receive the following error:", "message"],
  ["The following event is logged in the application log:", "event"],
  ["The program then prints:", "output"],
  ["Type the following line:", "text"],
  ["An error occurs when you use the following syntax:", "text"],
  ["Instead of this message, you see the following:", "text"],
  ["The user's manual states the following about messages:", "text"],
  ["Below is an example mail message:", "text"],
  ["Errors occur where the properties of the lid specify:", "text"],
  ["An error occurs when you run the following short script:", "text"],
  ["The following script error appears:", "message"],
  ["The following text boxes in this dialog box do so:", "text"],
])("%s → %s", (announcing, kind) => expect(kindOf(TEXT, announcing)).toBe(kind));

test("a paragraph after `with the statement` is a message", () => {
  expect(leadsToMessage("The lid asks for a reply with the statement,")).toBe(true);
  expect(leadsToMessage("Enter a line with the statement,")).toBe(false);
});

test("a record is a record, and a note among messages is none of them", () => {
  expect(kindOf({ info: "event", text: "Event ID: 1" }, "Do this:")).toBe("event");
  const note = { info: "message", text: "where <n> is a number" };
  expect(kindOf(note, "You receive an error message:")).toBe("text");
});

test.each([
  ['You receive the error message "Lid open."', ["Lid open."]],
  ['A "Lid open" error appears, then the message "Close it".', ["Lid open", "Close it"]],
  ['It does not display the "Lid open" warning.', []],
  ['When you see the "Lid open" message, press F8.', []],
  ['See the errors in the "Symptoms" section.', []],
  ['Click "Close" in the window.', []],
  ['A quotation mark that "is never closed, and a message.', []],
])("%s", (text, messages) =>
  expect(messagesQuotedIn(text)).toEqual(
    messages.map((message) => ({ kind: "message", text: message })),
  ),
);
