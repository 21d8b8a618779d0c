// Ask before a page is left on which something was typed and not yet saved.
const form = document.querySelector("#content-main form");
const read = () => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));

if (form) {
  // A refused form comes back with what was typed: it is not saved, however little is changed since.
  let saved = form.querySelector(".errornote") ? null : read();
  form.addEventListener("submit", () => { saved = undefined; });
  addEventListener("beforeunload", (event) => {
    if (saved !== undefined && saved !== read()) event.preventDefault();
  });
}
