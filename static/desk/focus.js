// The focal point of a photo: a click on the picture, or the arrow keys there, write its two percentages; a mark shows
// where it is. Who does not see the picture has the two fields.
const frame = document.querySelector(".desk-focus");
const image = frame?.querySelector("img");
const fields = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`));

if (image && fields.every(Boolean)) {
  const mark = document.createElement("span");
  mark.className = "desk-focus-mark";
  frame.append(mark);
  frame.classList.add("open");

  const within = (value) => Math.min(100, Math.max(0, value));
  const stands = () => fields.map((field) => within(Number(field.value) || 0));
  const show = () => {
    const [x, y] = stands();
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
  };

  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    fields[0].value = Math.round(((event.clientX - box.left) / box.width) * 100);
    fields[1].value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show();
  });
  image.tabIndex = 0;
  image.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    stands().forEach((value, axis) => { fields[axis].value = within(value + way[axis] * far); });
    show();
  });
  for (const field of fields) field.addEventListener("input", show);
  show();
}
