// The large-type switch: the reader's choice, kept in this browser alone. Runs in the head, before anything is
// drawn, so that nothing shifts. Without scripts a link does the same by the address (newsroom/website/large_type.py);
// on a page that was asked for so, that link alone leads back.
(() => {
  const root = document.documentElement;
  const asked = root.classList.contains("large");
  const kept = () => { try { return localStorage.getItem("type") === "large"; } catch { return false; } };
  const keep = (large) => { try { localStorage.setItem("type", large ? "large" : "plain"); } catch { /* not kept */ } };

  const leadBack = (link) => link.addEventListener("click", () => keep(false));
  const offer = (button) => {
    button.hidden = false;
    button.previousElementSibling.hidden = true;
    button.setAttribute("aria-pressed", String(kept()));
    button.addEventListener("click", () => {
      const large = root.classList.toggle("large");
      button.setAttribute("aria-pressed", String(large));
      keep(large);
    });
  };

  root.classList.toggle("large", asked || kept());
  document.addEventListener("DOMContentLoaded", () => {
    if (asked) document.querySelectorAll("[data-type-link]").forEach(leadBack);
    else document.querySelectorAll("[data-type-switch]").forEach(offer);
  });
})();
