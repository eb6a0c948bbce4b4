// Words chosen in a drawn text, as positions that the server counts by: characters of its paragraphs joined by an empty line.
// JavaScript counts some characters as two; Python counts each as one.
const BREAK = "\n\n";

const count = (text) => [...text].length;

export function textOf(paragraphs) {
  return paragraphs.map((pieces) => pieces.map((piece) => piece.text).join("")).join(BREAK);
}

// Every place of these words in the text.
export function places(text, words) {
  const found = [];
  for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + 1)) {
    const start = count(text.slice(0, at));
    found.push({ start, end: start + count(words), words });
  }
  return found;
}

// What is selected in the text now, without space around it; null for nothing, or for something else.
export function selected(prose) {
  const range = rangeIn(prose.getRootNode());
  if (!range || !prose.contains(range.startContainer) || !prose.contains(range.endContainer)) return null;
  const start = position(prose, range.startContainer, range.startOffset);
  const end = position(prose, range.endContainer, range.endOffset);
  const text = [...[...prose.children].map((paragraph) => paragraph.textContent).join(BREAK)].slice(start, end).join("");
  const words = text.trim();
  if (!words) return null;
  const first = start + count(text) - count(text.trimStart());
  return { start: first, end: first + count(words), words };
}

// Chromium keeps a selection for each shadow root; other browsers tell it when they are asked for that root.
function rangeIn(root) {
  const selection = (root.getSelection ? root : document).getSelection();
  if (!root.getSelection && selection?.getComposedRanges) return selection.getComposedRanges({ shadowRoots: [root] })[0];
  return selection?.rangeCount ? selection.getRangeAt(0) : null;
}

function position(prose, container, offset) {
  const paragraphs = [...prose.children];
  if (container === prose) return paragraphs.slice(0, offset).reduce((sum, one) => sum + count(one.textContent) + BREAK.length, 0);
  const n = paragraphs.findIndex((one) => one.contains(container));
  const before = document.createRange();
  before.selectNodeContents(paragraphs[n]);
  before.setEnd(container, offset);
  const earlier = paragraphs.slice(0, n).reduce((sum, one) => sum + count(one.textContent) + BREAK.length, 0);
  return earlier + count(before.toString());
}
