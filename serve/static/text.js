// Offsets. The server counts code points; strings here count UTF-16 units, two for some characters.

/** Turns offsets in code points into offsets in a string, and back. */
export class Points {
  constructor(text) {
    this.length = text.length;
    this.starts = null;
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return; // both count alike
    this.starts = [];
    for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) this.starts.push(at);
    this.starts.push(text.length);
  }

  unit(point) {
    return this.starts ? this.starts[point] : point;
  }

  point(unit) {
    if (!this.starts) return unit;
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Cut a text where marks begin and end: [start, end, the marks over that stretch], in order. */
export function segments(length, marks) {
  const cuts = [...new Set([0, length, ...marks.flatMap((mark) => [mark.from, mark.to])])];
  cuts.sort((a, b) => a - b);
  const waiting = marks.filter((mark) => mark.from < mark.to).sort((a, b) => a.from - b.from);
  let open = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, index) => {
    open = open.filter((mark) => mark.to > start);
    while (next < waiting.length && waiting[next].from === start) open.push(waiting[next++]);
    return [start, cuts[index + 1], [...open]];
  });
}

/** Every place of some words in a text, whole words in any case; any white space parts them. */
export function places(text, words) {
  const parts = words.trim().split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("\\s+")}(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

/** A text as a textarea holds it. */
export const asTyped = (text) => text.replace(/\r\n?/g, "\n");

/** Words in a form that all their spellings share. */
export const folded = (words) => words.toLowerCase().replace(/\s+/g, " ").trim();
