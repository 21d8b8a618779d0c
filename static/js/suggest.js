// Names while one types: a combobox with a list, operated as the ARIA practices say. The arrows go through the list,
// Enter goes to the page that they came to, Escape closes. Without this script, or an answer, the form is a form.
// One question is under way at a time; what has been typed meanwhile is asked when it is answered.

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = document.getElementById("suggestions");
    this.status = document.getElementById("suggested");
    this.at = -1;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
    })) input.setAttribute(name, value);
    input.addEventListener("input", (event) => { if (!event.isComposing) this.ask(); });
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
    this.list.addEventListener("click", (event) => this.go(event.target.closest("li")));
  }

  async ask() {
    this.wanted = this.input.value.trim();
    if (this.asking) return;
    this.asking = true;
    for (let asked = null; asked !== this.wanted;) {
      asked = this.wanted;
      const answer = await answered(this.input.dataset.suggest, asked);
      if (asked === this.wanted) this.show(answer);
    }
    this.asking = false;
  }

  show({ suggestions, said }) {
    const open = suggestions.length > 0 && document.activeElement === this.input;
    this.list.replaceChildren(...suggestions.map(option));
    this.list.hidden = !open;
    this.status.textContent = open ? said : "";
    this.input.setAttribute("aria-expanded", String(open));
    this.move(-1);
  }

  close() {
    this.wanted = null; // an answer that is still to come is not wanted any more
    this.show(NOTHING);
  }

  move(to) {
    const options = [...this.list.children];
    this.at = to < -1 ? options.length - 1 : to >= options.length ? -1 : to;
    options.forEach((one, place) => one.setAttribute("aria-selected", String(place === this.at)));
    const chosen = options[this.at];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown") open ? this.move(this.at + 1) : this.ask();
    else if (event.key === "ArrowUp" && open) this.move(this.at - 1);
    else if (event.key === "Escape" && open) this.close();
    else if (event.key === "Enter" && this.at >= 0) this.go(this.list.children[this.at]);
    else return;
    event.preventDefault();
  }

  go(chosen) {
    if (chosen) location.assign(chosen.dataset.address);
  }
}

const NOTHING = { suggestions: [], said: "" };

const answered = async (address, words) => {
  if (!words) return NOTHING;
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { credentials: "omit" });
    return answer.ok ? await answer.json() : NOTHING;
  } catch {
    return NOTHING;
  }
};

const option = ({ name, small, kind, address }, place) => {
  const row = document.createElement("li");
  row.id = `suggestion-${place}`;
  row.setAttribute("role", "option");
  row.dataset.address = address;
  const about = words({ text: kind });
  about.className = "kind";
  if (small.text) about.append(" · ", words(small));
  row.append(words(name), " ", about);
  return row;
};

const words = ({ text, lang }) => {
  const element = document.createElement("span");
  element.textContent = text;
  if (lang) element.lang = lang;
  return element;
};

const field = document.querySelector("input[data-suggest]");
if (field) new Suggestions(field);
