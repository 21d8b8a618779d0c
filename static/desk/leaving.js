// Ask before a page is left on which something was typed and not yet saved.
const form = document.querySelector("#content-main form");
const read = () => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));

if (form) {
  // A refused form comes back with what was typed: it is not saved, however little is changed since.
  let saved = form.querySelector(".errornote") ? null : read();
  let untouched = true;
  form.addEventListener("input", () => { untouched = false; }, { once: true });
  // Django's own scripts rebuild some choices once the page has loaded: nobody has typed that.
  addEventListener("load", () => { if (untouched && saved) saved = read(); });
  form.addEventListener("submit", () => { saved = undefined; });
  addEventListener("beforeunload", (event) => {
    if (saved !== undefined && saved !== read()) event.preventDefault();
  });
}
