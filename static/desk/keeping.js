// What is typed into a form of the desk is kept in the browser, for each account, form and record, until the server has
// said that it is saved; after a crash or a dead session it is offered again. A field is kept with the value it began
// from, so that one that was saved by somebody else meanwhile is seen. No files, no passwords, no hidden fields.
const told = document.getElementById("desk-kept");
const { account } = told.dataset;
const form = document.querySelector("#content form[method=post]:not(#changelist-form)");
const PLACE = `kept:${account}:${location.pathname}#${form?.id ?? ""}:`;
const MOST = 40;
const opened = Date.now();
let own = `${PLACE}${opened.toString(36)}${Math.random().toString(36).slice(2)}`;

// The storage: it may be forbidden, or full.

const safely = (deed, otherwise) => { try { return deed(); } catch { return otherwise; } };
const entry = (key) => safely(() => JSON.parse(localStorage.getItem(key)), null);
const drop = (key) => safely(() => localStorage.removeItem(key));
const oldestFirst = (begins) => safely(() => Object.keys(localStorage), [])
  .filter((key) => key.startsWith(begins)).sort((one, other) => (entry(one)?.at ?? 0) - (entry(other)?.at ?? 0));
const signedOut = () => safely(() => Number(localStorage.getItem(`kept-out:${account}`)), 0) > opened;

function put(key, words) {
  const others = oldestFirst("kept:").filter((other) => other !== key);
  while (others.length >= MOST) drop(others.shift());
  while (!safely(() => { localStorage.setItem(key, words); return true; }, false)) {
    if (!others.length) return false;
    drop(others.shift());
  }
  return true;
}

// Once: what was sent from this tab is saved if the answer says so; who signs out leaves nothing behind.

const once = (name) => safely(() => {
  const value = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return value;
}, null);
const sent = once("desk-sent");
const left = once("desk-left");
const refused = Boolean(form?.querySelector(".errornote, .errorlist"));
const lost = "lost" in told.dataset;
if (sent && !lost && !refused && document.querySelector(".messagelist .success")) drop(sent);
if (sent && lost && entry(sent)) { // the answer came, and it is no
  put(sent, JSON.stringify({ ...entry(sent), sent: false }));
  document.querySelector("[data-kept-here]").hidden = false;
}
if (left && !account) {
  oldestFirst(`kept:${left}:`).forEach(drop);
  safely(() => localStorage.setItem(`kept-out:${left}`, Date.now()));
}

// The form's fields, by name; those of a row by the row's own key, or by the place among the new ones.

const NOT_TYPED = "[type=hidden], [type=file], [type=password], [type=submit], [type=button], .filtered[name$=_old]";
const number = (name) => Number(form.elements[name]?.value ?? 0);
const inRow = (name) => {
  const [, prefix, index, field] = name.match(/^(.+)-(\d+|__prefix__)-(.+)$/) ?? [];
  return form.elements[`${prefix}-TOTAL_FORMS`] ? { prefix, index, field } : null;
};

function keyOf(name) {
  const row = inRow(name);
  if (!row) return name;
  const saved = form.elements[`${row.prefix}-${row.index}-id`]?.value;
  return [row.prefix, saved || `+${row.index - number(`${row.prefix}-INITIAL_FORMS`)}`, row.field].join("|");
}

function fields() {
  const found = new Map();
  for (const element of form.elements) {
    const typed = element.name && element.matches("input, select, textarea") && !element.matches(NOT_TYPED);
    if (!typed || element.name.includes("__prefix__")) continue;
    const key = keyOf(element.name);
    found.set(key, [...(found.get(key) ?? []), element]);
  }
  return found;
}

const picked = (select) => [...select.options].filter((one) => one.selected || select.matches(".filtered"));
const texts = (element) => [...(element.labels ?? [])].map((label) => label.textContent.trim());
const isBox = (element) => element.matches("[type=checkbox], [type=radio]");

function values(elements) {
  return elements.flatMap((one) => {
    if (isBox(one)) return one.checked ? [one.value] : [];
    return one.matches("select") ? picked(one).map((option) => option.value) : [one.value];
  });
}

// As the server sent it: a browser that comes back to a page may have put in again what was typed.
function began(elements) {
  return elements.flatMap((one) => {
    if (isBox(one)) return one.defaultChecked ? [one.value] : [];
    // As the browser writes it: colours in small letters, moments without their seconds.
    if (!one.matches("select")) return [Object.assign(one.cloneNode(), { value: one.defaultValue }).value];
    const chosen = [...one.options].filter((option) => option.defaultSelected);
    return (chosen.length || one.multiple ? chosen : [...one.options].slice(0, 1)).map((option) => option.value);
  });
}

function blank(key) {
  const [prefix, row, field] = key.split("|");
  const empty = row?.startsWith("+") && form.elements[`${prefix}-__prefix__-${field}`];
  return empty ? began(empty.length && !empty.options ? [...empty] : [empty]) : undefined;
}

const differ = (one, other) => JSON.stringify([...one].sort()) !== JSON.stringify([...other].sort());

function shown(elements) {
  const [first] = elements;
  if (isBox(first) && elements.length === 1) return [first.checked ? told.dataset.yes : told.dataset.no];
  if (isBox(first)) return elements.filter((one) => one.checked).flatMap(texts);
  return first.matches("select") ? picked(first).map((option) => option.text) : [first.value];
}

function labelOf(element) {
  const { prefix, index } = inRow(element.name) ?? {};
  const cell = element.closest("td");
  const column = cell?.closest("table").tHead?.rows[0].cells[cell.cellIndex]?.textContent;
  const legend = element.closest("fieldset:not(.module)")?.querySelector("legend")?.textContent;
  const label = (prefix && column) || legend || texts(element)[0] || element.getAttribute("aria-label") || element.name;
  const part = element.closest(".story-edition, .inline-group")?.querySelector("h2")?.textContent.trim();
  return [part && (prefix ? `${part} ${Number(index) + 1}` : part), label.trim().replace(/\s*[:：]$/, "")]
    .filter(Boolean).join(" · ");
}

// Keeping.

const start = new Map();
const offers = new Set();
let last = "";
let isSent = false;
let isTouched = false; // what scripts, or a browser that comes back to a page, put in by themselves is nobody's

function unsaved() {
  const typed = {};
  for (const [key, elements] of fields()) {
    const mine = values(elements);
    const base = start.get(key) ?? blank(key) ?? began(elements);
    if (differ(base, mine)) typed[key] = { base, mine, label: labelOf(elements[0]), texts: shown(elements) };
  }
  return typed;
}

function look() {
  const typed = unsaved();
  const words = JSON.stringify([typed, isSent]);
  const some = Object.keys(typed).length > 0;
  const isNew = isTouched && words !== last;
  if (isNew && !some) drop(own);
  if (isNew && some && !signedOut()) put(own, JSON.stringify({ at: Date.now(), sent: isSent, fields: typed }));
  if (isNew) last = words;
  const file = [...form.querySelectorAll("[type=file]")].some((one) => one.value);
  document.body.classList.toggle("desk-unsaved", some || file || refused || offers.size > 0);
}

let waiting;
const soon = () => {
  isTouched = true;
  clearTimeout(waiting);
  waiting = setTimeout(look, 200);
};

// The names of what was picked go with it, for the page that hands back what could not be saved.
function sendNames() {
  const names = [...fields().values()].filter(([one, ...others]) => one.matches("select") || (isBox(one) && others.length))
    .map((elements) => [elements[0].name, shown(elements)]);
  const field = form.querySelector("[name=_picked]") ?? form.appendChild(document.createElement("input"));
  Object.assign(field, { type: "hidden", name: "_picked", value: JSON.stringify(Object.fromEntries(names)) });
}

function keep() {
  for (const kind of ["input", "change", "click", "keyup"]) form.addEventListener(kind, soon);
  form.addEventListener("input", () => { isSent = false; });
  form.addEventListener("submit", () => {
    sendNames();
    isSent = true;
    look();
    safely(() => sessionStorage.setItem("desk-sent", own));
  });
  // Scripts change fields too, and say so in ways of their own.
  setInterval(look, 1000);
  addEventListener("pagehide", look);
  document.addEventListener("visibilitychange", look);
}

// Putting back.

function elementsOf(key, further) {
  const [prefix, row, field] = key.split("|");
  if (!row?.startsWith("+")) return fields().get(key);
  const place = Number(row) + (further[prefix] ??= taken(prefix));
  const add = document.querySelector(`#${CSS.escape(prefix)}-group .add-row a`);
  const missing = () => number(`${prefix}-INITIAL_FORMS`) + place >= number(`${prefix}-TOTAL_FORMS`);
  for (let more = 200; add && missing() && more; more -= 1) add.click();
  return fields().get([prefix, `+${place}`, field].join("|"));
}

// How many of the new rows hold something already.
function taken(prefix) {
  const full = [...fields()].filter(([key, elements]) => key.startsWith(`${prefix}|+`)
    && differ(blank(key) ?? began(elements), values(elements)));
  return Math.max(0, ...full.map(([key]) => Number(key.split("|")[1]) + 1));
}

function choose(select, { mine, texts: names }) {
  const wanted = (option) => mine.includes(option.value);
  const from = select.matches(".filtered") && select.id.replace(/_to$/, "_from");
  if (from) {
    SelectBox.move_all(select.id, from);
    for (const option of document.getElementById(from).options) option.selected = wanted(option);
    SelectBox.move(from, select.id);
    return;
  }
  const there = new Set([...select.options].map((option) => option.value));
  mine.forEach((value, place) => there.has(value) || select.add(new Option(names[place] ?? value, value)));
  for (const option of select.options) option.selected = wanted(option);
}

function write(elements, kept) {
  for (const element of elements) {
    if (isBox(element)) element.checked = kept.mine.includes(element.value);
    else if (element.matches("select")) choose(element, kept);
    else element.value = kept.mine[0] ?? "";
    for (const kind of ["putback", "input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}

// Offering.

const asWords = (said) => said.map((words) => (/<\/(p|h[1-6]|li|tr|blockquote)>/i.test(words)
  ? new DOMParser().parseFromString(words.replace(/<\/(p|h[1-6]|li|tr)>|<br>/gi, "\n"), "text/html").body.textContent
  : words).trim()).filter(Boolean).join("\n") || told.dataset.empty;

// What the form holds where this would be put back; nothing where it has no such field any more.
function standing(key) {
  const there = fields().get(key);
  return there ? values(there) : blank(key);
}
const still = (kept) => Object.entries(kept)
  .filter(([key, { mine }]) => differ(mine, standing(key) ?? ["", "gone"]));

function shownField(key, kept) {
  const row = told.content.querySelector("template").content.firstElementChild.cloneNode(true);
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  const there = fields().get(key);
  const now = standing(key);
  const moved = Boolean(now && differ(now, kept.base));
  row.dataset.key = key;
  part("label").textContent = kept.label;
  part("mine").textContent = asWords(kept.texts);
  part("gone").hidden = Boolean(now);
  part("moved").hidden = part("choice").hidden = !moved;
  if (moved) part("now").textContent = asWords(there ? shown(there) : now);
  return row;
}

// Returns what has no place in the form any more.
function putBack(section, kept) {
  const further = {};
  const homeless = {};
  for (const row of section.querySelectorAll("[data-key]")) {
    const { key } = row.dataset;
    const choice = row.querySelector("[data-part=choice]");
    const elements = elementsOf(key, further);
    if (!elements) homeless[key] = kept[key];
    else if (choice.querySelector("input").checked) write(elements, kept[key]);
    if (elements && choice.hidden) row.remove();
    choice.hidden = true;
  }
  return homeless;
}

function offer(key, kept) {
  const section = told.content.querySelector("section").cloneNode(true);
  const part = (name) => section.querySelector(`[data-part=${name}]`);
  const rows = still(kept.fields).map(([name, field]) => shownField(name, field));
  const close = () => {
    offers.delete(key);
    drop(key);
    look();
  };
  const style = { dateStyle: "long", timeStyle: "short" };
  const when = new Intl.DateTimeFormat(document.documentElement.lang, style).format(kept.at);
  part("when").textContent = part("when").textContent.replace("{when}", when);
  part("sent").hidden = !kept.sent;
  part("fields").append(...rows);
  part("back").hidden = rows.every((row) => !row.querySelector("[data-part=gone]").hidden);
  part("back").addEventListener("click", () => {
    const homeless = putBack(section, kept.fields);
    const some = Object.keys(homeless).length > 0;
    for (const name of ["says", "sent", "back"]) part(name).hidden = true;
    part("done").hidden = false;
    part("go").hidden = !some;
    look(); // kept anew, before the old is let go
    if (some) put(key, JSON.stringify({ ...kept, fields: homeless }));
    else close();
  });
  part("go").addEventListener("click", () => {
    section.remove();
    close();
  });
  offers.add(key);
  form.before(section);
}

function takeUp(key) {
  const kept = entry(key);
  if (!kept) return;
  const asTyped = still(kept.fields).length === 0;
  if (asTyped && refused) { // the form comes back with it: it began where the kept one began
    own = key;
    for (const [name, { base }] of Object.entries(kept.fields)) start.set(name, base);
  } else if (asTyped && Object.entries(kept.fields).every(([name, { mine }]) => !differ(mine, start.get(name) ?? []))) {
    drop(key); // it has been saved after all
  } else if (asTyped) {
    own = key; // the browser itself has put it back
  } else offer(key, kept);
}

function onSignOut() {
  const door = document.getElementById("logout-form");
  if (!door) return;
  const stay = told.content.querySelector("[data-part=stay]").cloneNode(true);
  door.append(stay);
  const some = () => { stay.hidden = !oldestFirst(`kept:${account}:`).length; };
  some();
  setInterval(some, 1000);
  door.addEventListener("submit", (event) => {
    if (!stay.contains(event.submitter)) safely(() => sessionStorage.setItem("desk-left", account));
  });
}

if (account && !lost) onSignOut();
if (account && !lost && form) {
  for (const [key, elements] of fields()) start.set(key, began(elements));
  oldestFirst(PLACE).forEach(takeUp);
  look();
  keep();
}
