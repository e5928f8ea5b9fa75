/**
 * The dialog's elements, made when it is first opened: in the HTML they would be a kilobyte on each of tens of thousands of pages. Its own
 * code is loaded after it is shown, and finds what was typed meanwhile.
 */
export function dialogFrame(base: string, withSlash: boolean): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "search-dialog";
  dialog.id = "search-dialog";
  dialog.dataset["base"] = base;
  dialog.setAttribute("aria-label", "Search");
  dialog.innerHTML = FRAME;
  dialog.querySelector("form")?.setAttribute("action", `${base}search/`);
  dialog.querySelector("#search-dialog-all")?.setAttribute("href", `${base}search/`);
  if (!withSlash) dialog.querySelector(".search-foot label")?.remove();
  return dialog;
}

const FRAME = `<form id="search-dialog-form" role="search">
<label class="unseen" for="search-dialog-field">Words, an error text or an article’s number</label>
<input id="search-dialog-field" class="search-field" type="text" name="q" role="combobox"
 aria-controls="search-dialog-list" aria-expanded="false" aria-autocomplete="list" autocomplete="off"
 autocapitalize="off" spellcheck="false" enterkeyhint="search" placeholder="Error text, symptom or number">
<button type="button" id="search-dialog-close" aria-label="Esc: close the search">Esc</button>
</form>
<p class="search-status" id="search-dialog-status" role="status"></p>
<ul class="search-list" id="search-dialog-list" role="listbox" aria-label="Results"></ul>
<p class="search-foot"><a id="search-dialog-all">All results and filters</a>
<label><input type="checkbox" id="search-slash"> open with <kbd>/</kbd></label></p>`;
