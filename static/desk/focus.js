// The focal point of a photo: a click on the picture writes its two percentages, a mark shows where it is.
const frame = document.querySelector(".desk-focus");
const image = frame?.querySelector("img");
const fields = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`));

if (image && fields.every(Boolean)) {
  const mark = document.createElement("span");
  mark.className = "desk-focus-mark";
  frame.append(mark);
  frame.classList.add("open");

  const show = () => {
    const [x, y] = fields.map((field) => Math.min(100, Math.max(0, Number(field.value) || 0)));
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
  };

  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    fields[0].value = Math.round(((event.clientX - box.left) / box.width) * 100);
    fields[1].value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show();
  });
  for (const field of fields) field.addEventListener("input", show);
  show();
}
