// The large-type switch: the reader's choice, kept in this browser alone. Runs in the head, before anything is
// drawn, so that nothing shifts.
(() => {
  const kept = () => { try { return localStorage.getItem("type") === "large"; } catch { return false; } };
  const keep = (large) => { try { localStorage.setItem("type", large ? "large" : "plain"); } catch { /* not kept */ } };
  const set = (large) => document.documentElement.classList.toggle("large", large);

  set(kept());
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("button[data-type-switch]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(kept()));
      button.addEventListener("click", () => {
        const large = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(large));
        set(large);
        keep(large);
      });
    }
  });
})();
