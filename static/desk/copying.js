// Buttons that copy what a field holds: its words, or, where they are HTML for another editor, what they show.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", () => {
    const put = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", field.value);
      if (button.dataset.as === "html") event.clipboardData.setData("text/html", field.value);
    };
    // The older way works without HTTPS too, as in many an office's own network.
    document.addEventListener("copy", put, { once: true });
    field.select();
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put);
    if (done && button.dataset.done) button.textContent = button.dataset.done;
  });
}
