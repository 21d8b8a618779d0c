// The rich editor in the place of every field for running text: what newsroom/articles/body.py lets through, no more.
import {
  Blockquote, Bold, BulletList, Document, Extension, Gapcursor, HardBreak, Heading, History, Italic, Link, ListItem,
  Mark, Menu, OrderedList, Paragraph, Plugin, Table, TableCell, TableHeader, TableRow, Text, createTextareaEditor,
  updateAttrsDialog,
} from "django-prose-editor/editor";
import { MARKUP, asHtml, tidy } from "newsroom/pasting";

// What is typed stays as typed: "3. " or "*" at the beginning of a line makes no list.
const quiet = (extension, more = {}) => extension.extend({ addInputRules: () => [], addPasteRules: () => [], ...more });
const styled = (wanted) => ({ getAttrs: (element) => wanted(element.dataset.style ?? "") && null });
const heavy = (style) => /(^|[;\s])font-weight:\s*(bold|[6-9]00)/i.test(style);
const light = (style) => /(^|[;\s])font-weight:\s*(normal|400)/i.test(style);
const slanted = (style) => /(^|[;\s])font-style:\s*italic/i.test(style);

// Words in another language, marked for readers' voices and fonts.
const Foreign = Mark.create({
  name: "foreign",
  addAttributes: () => ({ lang: { default: null } }),
  parseHTML: () => [{ tag: "span[lang]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

const SCHEMA = [
  Document, Text, Paragraph, HardBreak, Gapcursor, History, Foreign, ListItem, TableRow, TableHeader, TableCell, Table,
  quiet(Blockquote), quiet(BulletList),
  quiet(OrderedList, { addAttributes: () => ({}), renderHTML: () => ["ol", 0] }),
  quiet(Heading, {
    parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level < 3 ? 2 : 3 } })),
  }).configure({ levels: [2, 3] }),
  quiet(Bold, {
    parseHTML: () => [
      { tag: "strong" },
      { tag: "b", ...styled((style) => !light(style)) },
      { tag: "span[data-style]", ...styled(heavy), consuming: false },
    ],
  }),
  quiet(Italic, {
    parseHTML: () => [{ tag: "em" }, { tag: "i" }, { tag: "span[data-style]", ...styled(slanted), consuming: false }],
  }),
  quiet(Link, { addAttributes: () => ({ href: { default: null } }), addKeyboardShortcuts: () => ({}) })
    .configure({ autolink: false, protocols: ["http", "https", "mailto"], defaultProtocol: "https" }),
];

// Each button: what it does, and, where it has one, its state (`on`), when it can be pressed or is there at all.
const inTable = { hidden: (editor) => !editor.isActive("table") };
const deed = (name, on, ...facts) => ({
  command: (editor) => editor.chain().focus()[name](...facts).run(),
  active: (editor) => Boolean(on) && editor.isActive(on, facts[0]),
  enabled: (editor) => editor.can()[name](...facts),
});
const deeds = (words, foreign) => ({
  text: deed("setParagraph", "paragraph"),
  heading: deed("toggleHeading", "heading", { level: 2 }),
  subheading: deed("toggleHeading", "heading", { level: 3 }),
  bold: deed("toggleBold", "bold"),
  emphasis: deed("toggleItalic", "italic"),
  foreign: { ...deed("toggleMark", null, "foreign", { lang: foreign }), active: (editor) => editor.isActive("foreign") },
  tongue: { command: (editor) => askForTongue(editor, words), active: () => false,
    enabled: (editor) => !editor.state.selection.empty || editor.isActive("foreign") },
  bullets: deed("toggleBulletList", "bulletList"),
  numbers: deed("toggleOrderedList", "orderedList"),
  quotation: deed("toggleBlockquote", "blockquote"),
  link: { command: (editor) => askForLink(editor, words), active: (editor) => editor.isActive("link"),
    enabled: (editor) => !editor.state.selection.empty || editor.isActive("link") },
  unlink: { ...deed("unsetLink"), hidden: (editor) => !editor.isActive("link") },
  table: { ...deed("insertTable", null, { rows: 3, cols: 3, withHeaderRow: true }),
    hidden: (editor) => editor.isActive("table") },
  addRow: { ...deed("addRowAfter"), ...inTable },
  addColumn: { ...deed("addColumnAfter"), ...inTable },
  dropRow: { ...deed("deleteRow"), ...inTable },
  dropColumn: { ...deed("deleteColumn"), ...inTable },
  header: { ...deed("toggleHeaderCell"), ...inTable },
  dropTable: { ...deed("deleteTable"), ...inTable },
  undo: deed("undo"),
  redo: deed("redo"),
});
const GROUPS = [
  ["text", "heading", "subheading"], ["bold", "emphasis", "foreign", "tongue"], ["bullets", "numbers", "quotation"],
  ["link", "unlink"], ["table", "addRow", "addColumn", "dropRow", "dropColumn", "header", "dropTable"], ["undo", "redo"],
];

async function askForTongue(editor, words) {
  const question = updateAttrsDialog({ lang: { title: words.tag, required: true } },
    { title: words.tongue, submitText: words.mark });
  const answer = await question(editor, { lang: editor.getAttributes("foreign").lang });
  const lang = answer?.lang.trim();
  if (lang) editor.chain().focus().extendMarkRange("foreign").setMark("foreign", { lang }).run();
}

async function askForLink(editor, words) {
  const question = updateAttrsDialog({ href: { title: words.address, required: true } },
    { title: words.link, submitText: words.set });
  const answer = await question(editor, { href: editor.getAttributes("link").href });
  if (!answer) return;
  const typed = answer.href.trim();
  const href = /^(https?:|mailto:|\/|#)/i.test(typed) ? typed : `https://${typed}`;
  editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
}

const bar = (words, foreign) => ({ editor, buttons, menu }) => {
  const all = deeds(words, foreign);
  return GROUPS.map((names) => menu.buttonGroup({ editor }, names.map((name) => {
    const button = buttons.text(words[name], words[name]);
    const { hidden = () => false, active = () => false, enabled, command } = all[name];
    const update = () => {
      button.setAttribute("aria-pressed", active(editor));
      button.setAttribute("aria-disabled", !enabled(editor));
    };
    return { name, button, command, hidden, active, enabled, update };
  })));
};

const field = (textarea, name) => Extension.create({
  name: "field",
  transformPastedHTML: tidy,
  addProseMirrorPlugins: () => [new Plugin({ props: {
    attributes: { lang: textarea.lang, role: "textbox", "aria-multiline": "true", "aria-label": name },
    handlePaste(view, event) {
      // The site's own HTML, handed back as text by a page that could not save it, is put in as what it says.
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const written = !event.clipboardData?.types.includes("text/html") && MARKUP.test(text.trim().slice(0, 12));
      return written && view.pasteHTML(text);
    },
  } })],
});

function mount(textarea) {
  const words = JSON.parse(textarea.dataset.prose);
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const name = (label?.innerText ?? "").replace(/\s*[:：]\s*$/, "");
  const foreign = textarea.lang === "en" ? "zh-Hans" : "en";
  const menu = Menu.configure({ defaultItems: false, items: bar(words, foreign) });
  const typed = textarea.value;
  textarea.value = asHtml(typed);
  const editor = createTextareaEditor(textarea, [...SCHEMA, menu, field(textarea, name)]);
  textarea.value = typed; // what was not changed is sent as it came
  // What the browser had kept is put back (keeping.js).
  textarea.addEventListener("putback", () => {
    const kept = textarea.value;
    editor.commands.setContent(asHtml(kept));
    textarea.value = kept;
  });
  label?.addEventListener("click", () => editor.commands.focus());
}

document.querySelectorAll("textarea[data-prose]").forEach(mount);
