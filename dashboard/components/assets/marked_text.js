// Paragraphs of pieces in; an article's text with marks out, each to be picked by mouse or keyboard.
// Everything is built with textContent: an article is data, whatever it holds.
import { make } from "./links.js";

export function drawText(root, data, pick) {
  const begun = new Set(); // a mark cut by another is one stop for the keyboard, at its first piece
  root.lang = data.language;
  root.replaceChildren(
    ...data.paragraphs.map((pieces) => {
      const paragraph = make("p");
      paragraph.append(
        ...pieces.map((piece) => {
          if (!piece.marks) return piece.hit ? make("mark", "hit", piece.text) : document.createTextNode(piece.text);
          const mark = make("mark", piece.hit ? `${piece.kind} hit` : piece.kind, piece.text);
          mark.dataset.marks = JSON.stringify(piece.marks);
          mark.title = piece.label;
          mark.onclick = () => pick(piece.marks[0]);
          if (!begun.has(piece.marks[0])) {
            begun.add(piece.marks[0]);
            mark.tabIndex = 0;
            mark.setAttribute("role", "button");
            mark.setAttribute("aria-label", `${piece.text} — ${piece.label}`);
            mark.onkeydown = (event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              mark.onclick();
            };
          }
          return mark;
        }),
      );
      return paragraph;
    }),
  );
}

// The kinds of marks, each as it is drawn.
export function drawLegend(root, legend) {
  root.replaceChildren(
    ...legend.map((entry) => {
      const item = make("li");
      item.append(make("mark", entry.kind, entry.label));
      return item;
    }),
  );
}
