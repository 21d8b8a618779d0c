// The tools under a story, for browsers that can: each button is hidden until its deed is possible here.
const say = (button, words) => {
  const before = button.textContent;
  button.textContent = words;
  setTimeout(() => { button.textContent = before; }, 2500);
};

const READ = "h1, .headline, .standfirst, .prose > *";
const around = (button) => button.closest("[data-read]");
const langOf = (part) => part.lang || document.documentElement.lang;
const voiceFor = (lang) => speechSynthesis.getVoices().find((voice) => voice.lang.slice(0, 2) === lang.slice(0, 2));

const hush = () => {
  speechSynthesis.cancel();
  for (const button of document.querySelectorAll("[data-tool=read]")) button.setAttribute("aria-pressed", "false");
};

// A block at a time: long texts are cut off by some voices.
const read = (button) => {
  const reading = button.getAttribute("aria-pressed") === "true";
  hush();
  if (reading) return;
  const part = around(button);
  const blocks = [...part.querySelectorAll(READ)];
  button.setAttribute("aria-pressed", "true");
  for (const block of blocks) {
    const words = new SpeechSynthesisUtterance(block.innerText);
    words.lang = langOf(part);
    words.voice = voiceFor(words.lang);
    if (block === blocks.at(-1)) words.onend = () => button.setAttribute("aria-pressed", "false");
    speechSynthesis.speak(words);
  }
};

const deeds = {
  print: () => window.print(),
  share: (button) => navigator.share({ title: document.title, url: button.dataset.address }).catch(() => {}),
  copy: async (button) => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.from).innerText);
    say(button, button.dataset.done);
  },
  read,
};

const possible = {
  print: () => true,
  share: () => Boolean(navigator.share),
  copy: () => Boolean(navigator.clipboard),
  read: (button) => "speechSynthesis" in window && Boolean(voiceFor(langOf(around(button)))),
};

const offer = () => {
  for (const button of document.querySelectorAll("button[data-tool]")) {
    button.hidden = !possible[button.dataset.tool](button);
  }
};

for (const button of document.querySelectorAll("button[data-tool]")) {
  button.addEventListener("click", () => deeds[button.dataset.tool](button));
}
offer();
if ("speechSynthesis" in window) {
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", hush);
}
