"""What a reader would trip over on a page, found by asking the browser."""

# As sentences. Links in running text may be lower than 44 px. Boxes to press may meet; the words in them may not.
FAULTS = """() => {
  const faults = [], all = new CSSStyleSheet();
  all.replaceSync(".later { content-visibility: visible }");  // what waits to be laid out is looked at too
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, all];
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) faults.push(`is ${wide} px too wide`);
  const heads = document.querySelectorAll("h1").length;
  if (heads !== 1) faults.push(`has ${heads} first headings`);
  const words = [];
  for (const element of document.querySelectorAll("a, button, input, select, summary")) {
    if (!shown(element) || element.closest("svg, .skip")) continue;
    const { height } = element.getBoundingClientRect();
    if (getComputedStyle(element).display !== "inline" && height < 44)
      faults.push(`${element.outerHTML.slice(0, 80)} is ${height} px high`);
    const range = document.createRange();
    range.selectNodeContents(element);
    for (const box of range.getClientRects()) if (box.width > 1) words.push([element, box]);
  }
  for (const [index, [element, box]] of words.entries())
    for (const [other, its] of words.slice(index + 1)) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      if (other !== element && across > 1 && down > 0.4 * Math.min(box.height, its.height))
        faults.push(`${element.outerHTML.slice(0, 80)} lies over ${other.outerHTML.slice(0, 80)}`);
    }
  for (const image of document.images)
    if (!image.hasAttribute("alt")) faults.push(`${image.src} has no words`);
  return faults;
}"""
