/** Opens the search dialog. The dialog's own code is loaded when it is first opened. */

import { dialogFrame } from "./dialog-frame.ts";

const SLASH_KEY = "kb-search-slash";

const opener = document.getElementById("search-open");
let dialog: HTMLDialogElement | undefined;

if (opener) {
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open(opener);
  });
  addEventListener("keydown", (event) => {
    const wished = isControlK(event) || (isSlash(event) && slashIsOn(opener));
    if (!wished || dialog?.open) return;
    event.preventDefault();
    void open(opener);
  });
}

/** The search page has a field of its own. */
async function open(opener: HTMLElement): Promise<void> {
  const own = document.getElementById("search-field");
  if (own instanceof HTMLInputElement) {
    own.focus();
    own.select();
    return;
  }
  dialog ??= makeDialog(opener);
  dialog.showModal();
  (await import("./dialog.ts")).start(dialog);
}

function makeDialog(opener: HTMLElement): HTMLDialogElement {
  const { base = "/", slash } = opener.dataset;
  const made = dialogFrame(base, slash === "true");
  opener.after(made);
  const box = document.getElementById("search-slash");
  if (box instanceof HTMLInputElement) {
    box.checked = slashIsOn(opener);
    box.addEventListener("change", () => remember(box.checked));
  }
  return made;
}

function isControlK(event: KeyboardEvent): boolean {
  return (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === "k"
  );
}

/** A slash that is not being typed into anything. */
function isSlash(event: KeyboardEvent): boolean {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  return !(
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=textbox]")
  );
}

function slashIsOn(opener: HTMLElement): boolean {
  if (opener.dataset["slash"] !== "true") return false;
  try {
    return localStorage.getItem(SLASH_KEY) !== "off";
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(SLASH_KEY, on ? "on" : "off");
  } catch {
    // Where nothing can be stored, the choice holds until the page is left.
  }
}
