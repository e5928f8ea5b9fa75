/** What a script adds to an article's page: buttons that copy its address and its verbatim blocks as plain text. */

for (const block of document.querySelectorAll<HTMLElement>(".section figure.block, .section pre")) {
  if (block.matches("figure.block pre")) continue;
  const text = block.querySelector<HTMLElement>("pre, dl") ?? block;
  place(
    copyButton("Copy", block.dataset["kind"] ?? "block", () => textOf(text)),
    block,
  );
}

const permalink = document.querySelector<HTMLAnchorElement>("a.permalink");
permalink?.after(copyButton("Copy link", "address", () => permalink.href));

function place(button: HTMLButtonElement, block: HTMLElement): void {
  if (block.localName === "figure") {
    block.prepend(button);
    return;
  }
  const frame = document.createElement("div");
  frame.className = "block-frame";
  block.replaceWith(frame);
  frame.append(button, block);
}

function textOf(element: HTMLElement): string {
  return `${(element.textContent ?? "").replace(/\n+$/, "")}\n`;
}

function copyButton(label: string, what: string, text: () => string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.dataset["pagefindIgnore"] = "all";
  const name = document.createElement("span");
  name.textContent = label;
  name.ariaLive = "polite";
  const more = document.createElement("span");
  more.className = "unseen";
  more.textContent = label === "Copy" ? ` the ${what} as plain text` : "";
  button.append(name, more);
  button.addEventListener("click", () => {
    void copy(text()).then((done) => {
      name.textContent = done ? "Copied" : "Select and copy by hand";
      setTimeout(() => (name.textContent = label), 2000);
    });
  });
  return button;
}

/** Pages that came over plain HTTP have no clipboard of their own: they use the selection. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.value = text;
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  // Deprecated, and the only way there is without a secure context.
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
