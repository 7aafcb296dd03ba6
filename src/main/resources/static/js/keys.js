// Keys: the palette, the sheet of keys, where to go, and the rows of a list. Everything works without this file; it only makes it quicker.
// Letters are read by their place on the keyboard (event.code), so that they work on an Arabic layout too.

const palette = document.getElementById("palette");
const sheet = document.getElementById("keys");
const single = document.getElementById("single-keys");
const WAIT_FOR_LETTER = 1500;
let going = 0;

/** Keys of one letter disturb some who speak to their computer, so they can be switched off; kept in this browser alone. */
const singleKeys = {
  on: () => localStorage.getItem("single-keys") !== "off",
  put: (on) => (on ? localStorage.removeItem("single-keys") : localStorage.setItem("single-keys", "off")),
};

function openPalette() {
  if (!palette || palette.open) return;
  const box = palette.querySelector('[role="combobox"]');
  box.value = "";
  palette.showModal();
  box.focus();
  box.dispatchEvent(new Event("opened"));
}

function openSheet() {
  if (sheet && !sheet.open) sheet.showModal();
}

/** With ours, the browser's own Ctrl K stays away. */
function combination(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== "KeyK" || !palette) return;
  event.preventDefault();
  if (palette.open) palette.close();
  else openPalette();
}

function oneKey(event) {
  const typing = event.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (!singleKeys.on()) return;
  if (going > Date.now() && event.code.startsWith("Key")) {
    going = 0;
    const place = document.querySelector(`.side [data-letter="${event.code.slice(3).toLowerCase()}"]`);
    if (place) {
      event.preventDefault();
      place.click();
    }
    return;
  }
  const deed = event.code === "Slash" && event.shiftKey ? openSheet : deeds[event.code];
  if (deed && deed(event) !== false) event.preventDefault();
}

const rows = () => [...document.querySelectorAll("tbody[data-rows] tr")];
const here = () => rows().findIndex((row) => row.contains(document.activeElement));

function toRow(step) {
  const all = rows();
  if (all.length === 0) return false;
  const row = all[Math.min(all.length - 1, Math.max(0, here() + step))];
  row.querySelector("th a").focus();
}

function inRow(what) {
  const row = rows()[here()];
  const found = row?.querySelector(what);
  if (!found) return false;
  found.click();
}

const deeds = {
  Slash: () => document.getElementById("find")?.focus(),
  KeyG: () => {
    going = Date.now() + WAIT_FOR_LETTER;
  },
  KeyN: () => document.querySelector('[data-key="n"]')?.click() ?? false,
  KeyJ: () => toRow(1),
  KeyK: () => toRow(-1),
  KeyX: () => inRow('input[type="checkbox"]'),
  KeyO: () => inRow("th a"),
  KeyE: () => inRow("[data-edit]"),
};

/** The first of what arrives is chosen, so that Enter alone is enough; what was chosen goes stale with the next letter. */
function chooseFirst(box) {
  const list = document.getElementById(box.getAttribute("aria-controls"));
  const first = list.querySelector('[role="option"]');
  first?.setAttribute("aria-selected", "true");
  if (first) box.setAttribute("aria-activedescendant", first.id);
  else box.removeAttribute("aria-activedescendant");
  const says = box.closest("dialog")?.querySelector("[data-says]");
  if (says) says.textContent = list.querySelector("[data-said]")?.dataset.said ?? "";
}

function unchoose(event) {
  if (!event.target.matches?.("[data-first]")) return;
  event.target.removeAttribute("aria-activedescendant");
  for (const option of document.querySelectorAll('#palette-hits [aria-selected="true"]')) option.setAttribute("aria-selected", "false");
}

function press(event) {
  if (event.target.closest?.("[data-palette]")) openPalette();
  if (event.target.closest?.("[data-keys]")) openSheet();
  const dialog = event.target.closest?.("dialog");
  if (dialog && (event.target === dialog || event.target.closest("[data-closes]"))) dialog.close();
}

document.addEventListener("keydown", combination);
document.addEventListener("keydown", oneKey);
document.addEventListener("input", unchoose);
document.addEventListener("click", press);
document.addEventListener("htmx:after:swap", () => document.querySelectorAll("dialog[open] [data-first]").forEach(chooseFirst));
for (const button of document.querySelectorAll("[data-palette], [data-keys]")) button.hidden = false;
if (single) {
  single.checked = singleKeys.on();
  single.addEventListener("change", () => singleKeys.put(single.checked));
}
