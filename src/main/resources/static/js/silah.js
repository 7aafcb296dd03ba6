// The little that pages do beyond plain forms: the search box by keyboard, and closing of menus.
// Everything works without this file; it only makes it quicker.

const searchKeys = new Set(["ArrowDown", "ArrowUp", "Enter", "Escape"]);

/** A text box whose answers arrive as role=option elements in the list named by aria-controls. */
function moveThroughHits(event) {
  const box = event.target;
  if (box.getAttribute?.("role") !== "combobox" || !searchKeys.has(event.key)) return;
  const list = document.getElementById(box.getAttribute("aria-controls"));
  const hits = [...list.querySelectorAll('[role="option"]')];
  const chosen = hits.findIndex((hit) => hit.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") {
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    return;
  }
  if (event.key === "Enter") {
    if (chosen >= 0) {
      event.preventDefault();
      hits[chosen].click();
    }
    return;
  }
  if (hits.length === 0) return;
  event.preventDefault();
  const step = event.key === "ArrowDown" ? 1 : -1;
  const next = (chosen + step + hits.length) % hits.length;
  hits.forEach((hit, at) => hit.setAttribute("aria-selected", String(at === next)));
  hits[next].scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", hits[next].id);
}

/** A hit with data-value fills the form's hidden field instead of opening a page. */
function choose(event) {
  const hit = event.target.closest?.("[data-fills]");
  if (!hit) return;
  event.preventDefault();
  const field = document.getElementById(hit.dataset.fills);
  const box = document.getElementById(hit.dataset.fills + "-text");
  field.value = hit.dataset.value;
  box.value = hit.dataset.label;
  hit.closest('[role="listbox"]').replaceChildren();
  box.setAttribute("aria-expanded", "false");
  box.form?.querySelector("[data-next]")?.focus();
}

/** Escape takes an open form back, as its own link does. */
function undo(event) {
  if (event.key !== "Escape") return;
  event.target.closest?.("form")?.querySelector("[data-undo]")?.click();
}

function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  }
  for (const list of document.querySelectorAll(".hits")) {
    if (!list.parentElement.contains(event.target)) list.replaceChildren();
  }
}

/** A select or radio marked data-submit sends its form by itself; without script a button does. */
function submitOnChange(event) {
  if (event.target.matches?.("[data-submit]")) event.target.form.requestSubmit();
}

document.addEventListener("keydown", moveThroughHits);
document.addEventListener("keydown", undo);
document.addEventListener("click", choose);
document.addEventListener("click", closeMenus);
document.addEventListener("change", submitOnChange);
document.addEventListener("htmx:after:swap", () => {
  for (const box of document.querySelectorAll('[role="combobox"]')) {
    const list = document.getElementById(box.getAttribute("aria-controls"));
    box.setAttribute("aria-expanded", String(Boolean(list?.childElementCount)));
  }
});

/** What was typed before the page was ready to listen is searched as soon as it is. */
function catchUp(event) {
  const box = event.target;
  if (box.getAttribute?.("role") === "combobox" && box.value !== box.defaultValue) box.dispatchEvent(new Event("input", { bubbles: true }));
}
document.addEventListener("htmx:after:init", catchUp);

/** A box marked data-live presses the button it names a moment after the last key, so that a preview follows the writing. */
let lookingSoon;
function lookAgain(event) {
  const button = document.getElementById(event.target.dataset?.live ?? "");
  if (!button) return;
  clearTimeout(lookingSoon);
  lookingSoon = setTimeout(() => button.form.requestSubmit(button), 400);
}
document.addEventListener("input", lookAgain);

/** A file beyond the limit is told of before it is sent: a server that refuses it in the middle is not heard. */
function refuseLarge(event) {
  const box = event.target;
  if (!box.dataset?.largest) return;
  const tooLarge = [...box.files].some((file) => file.size > Number(box.dataset.largest));
  box.setCustomValidity(tooLarge ? box.dataset.tooLarge : "");
  box.reportValidity();
}
document.addEventListener("change", refuseLarge);

/** Chosen files are named in the words around their box. */
function nameFile(box) {
  const name = document.getElementById(box.dataset?.named ?? "");
  if (name) name.textContent = [...box.files].map((file) => file.name).join(" · ") || name.dataset.none;
}
document.addEventListener("change", (event) => nameFile(event.target));
// a browser that goes back to the page may still have the file
window.addEventListener("pageshow", () => document.querySelectorAll("[data-named]").forEach(nameFile));

/** On a phone the menu is wider than the screen: where one is must not lie beyond its edge. */
document.querySelector(".side [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

/** What prints is offered only where it can. */
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
