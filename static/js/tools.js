// The tools under a story, for browsers that can: each button is hidden until its deed is possible here.
const say = (button, words) => {
  const before = button.textContent;
  button.textContent = words;
  setTimeout(() => { button.textContent = before; }, 2500);
};

const deeds = {
  print: () => window.print(),
  share: (button) => navigator.share({ title: document.title, url: button.dataset.address }).catch(() => {}),
  copy: async (button) => {
    await navigator.clipboard.writeText(button.dataset.address);
    say(button, button.dataset.done);
  },
  read: (button) => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); return; }
    const words = new SpeechSynthesisUtterance(document.querySelector(".prose").innerText);
    words.lang = document.documentElement.lang;
    speechSynthesis.speak(words);
    button.setAttribute("aria-pressed", "true");
    words.onend = () => button.setAttribute("aria-pressed", "false");
  },
};

const possible = {
  print: true,
  share: Boolean(navigator.share),
  copy: Boolean(navigator.clipboard),
  read: "speechSynthesis" in window && Boolean(document.querySelector(".prose")),
};

for (const button of document.querySelectorAll("button[data-tool]")) {
  const tool = button.dataset.tool;
  button.hidden = !possible[tool];
  button.addEventListener("click", () => deeds[tool](button));
}
