// A chart on the page in, a picture of it as a file out. Plotly draws bars and points as SVG, in layers: they are put on one
// sheet with the title above and the source below. Nothing leaves the browser.
const NS = "http://www.w3.org/2000/svg";
const MARGIN = 24, LINE = 18, HEAD = 56, SHARP = 2; // pixels; a PNG has SHARP of them for each on the page

export default function ({ data, parentElement }) {
  parentElement.querySelector("span").textContent = data.label;
  for (const button of parentElement.querySelectorAll("button")) {
    button.onclick = () => {
      const plot = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
      if (plot) save(sheet(plot, data, getComputedStyle(parentElement.querySelector("p"))), data.name, button.dataset.form);
    };
  }
}

function sheet(plot, data, style) {
  const { width, height } = plot.getBoundingClientRect();
  const colour = (name) => style.getPropertyValue(name);
  const whole = { width: width + 2 * MARGIN, height: HEAD + height + data.lines.length * LINE + MARGIN };
  const made = node("svg", { xmlns: NS, viewBox: `0 0 ${whole.width} ${whole.height}`, ...whole });
  made.append(node("rect", { width: "100%", height: "100%", fill: colour("--st-background-color") }));
  const say = (text, y, size, weight) => {
    const line = node("text", { x: MARGIN, y, "font-size": size, "font-weight": weight, fill: colour("--st-text-color"),
      "font-family": colour("--st-font") });
    line.textContent = text;
    made.append(line);
  };
  say(data.title, 36, 20, 600);
  for (const layer of plot.querySelectorAll("svg.main-svg")) {
    const copy = layer.cloneNode(true);
    copy.querySelectorAll(".hoverlayer, .draglayer").forEach((hidden) => hidden.remove());
    copy.querySelectorAll(".legend [clip-path]").forEach((cut) => cut.removeAttribute("clip-path")); // its words may be wider in another font
    copy.setAttribute("x", MARGIN);
    copy.setAttribute("y", HEAD);
    copy.removeAttribute("style"); // the ground is the sheet's
    made.append(copy);
  }
  data.lines.forEach((line, n) => say(line, HEAD + height + (n + 1) * LINE, 12, 400));
  return { text: new XMLSerializer().serializeToString(made), ...whole };
}

function node(tag, attributes) {
  const made = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

async function save(picture, name, form) {
  const svg = new Blob([picture.text], { type: "image/svg+xml" });
  download(form === "svg" ? svg : await drawn(svg, picture), `${name}.${form}`);
}

async function drawn(svg, { width, height }) {
  const address = URL.createObjectURL(svg);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SHARP, height: height * SHARP });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function download(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
