// What comes into the editor from elsewhere: plain text, and the HTML that Word, mail and web pages put on the clipboard.

// As in newsroom/articles/body.py: text with one of these is HTML, any other is paragraphs with empty lines between.
export const MARKUP = /<\/?(p|h[1-6]|ul|ol|blockquote|table|br)\b/i;

const escaped = (line) => line.trim().replace(/&/g, "&amp;").replace(/</g, "&lt;");
const paragraph = (block) => `<p>${block.trim().split("\n").map(escaped).join("<br>")}</p>`;

export const asHtml = (text) =>
  MARKUP.test(text) ? text : text.split(/\n\s*\n/).filter((block) => block.trim()).map(paragraph).join("");

// Word writes the items of a list as paragraphs, each with its number or bullet as text.
const ITEM = /<p\b[^>]*mso-list:\s*l\d[^>]*>([\s\S]*?)<\/p>\s*/gi;
const ITEMS = /(?:<p\b[^>]*mso-list:\s*l\d[^>]*>(?:(?!<\/p>)[\s\S])*<\/p>\s*)+/gi;
const BULLET = /<span[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>\s*<\/span>|<span[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>/i;

function list(run) {
  const [, nested = "", alone = ""] = BULLET.exec(run) ?? [];
  const kind = /^\s*[(（]?[\w一二三四五六七八九十]+\s*[.)）、]/.test((nested || alone).replace(/<[^>]*>/g, "")) ? "ol" : "ul";
  return `<${kind}>${run.replace(ITEM, (_all, words) => `<li>${words.replace(BULLET, "")}</li>`)}</${kind}>`;
}

const attribute = /\s(style|class|lang)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;

// Word says English or Chinese of whatever the keyboard was set to; a third language was meant.
const meant = (value) => /^["']?(?!(en|zh-(cn|hans))\b)(zh-|[a-z]{2,3}\b)/i.test(value);

// A style is kept as a note for the parser (bold, italic): as a style the content policy would refuse it aloud.
const bare = (tag) => tag.replace(attribute, (all, name, value) => {
  if (/style/i.test(name)) return ` data-style=${value}`;
  return /lang/i.test(name) && /^<span\b/i.test(tag) && meant(value) ? all : "";
});

export function tidy(html) {
  if (html.includes("data-pm-slice")) return html; // copied here
  return html
    .replace(/<(head|style|script|xml|title)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--[\s\S]*?-->|<!\[[^>]*>|<\/?[ovwm]:[^>]*>/gi, "")
    .replace(ITEMS, list)
    .replace(/<[a-z][^>]*>/gi, bare);
}
