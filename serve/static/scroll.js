// Two panes that scroll in step: what stands beside a mark in one stands beside the same mark in the other.

/** Keep two panes in step; `data-key` says which marks belong together. */
export function inStep(one, other) {
  let led = null; // the pane that the reader scrolls; the other one's events are echoes
  let free = 0;
  const follow = (from, to) => () => {
    if (led && led !== from) return;
    led = from;
    clearTimeout(free);
    free = setTimeout(() => (led = null), 150);
    to.scrollTop = between(pairs(from, to), from.scrollTop);
  };
  one.addEventListener("scroll", follow(one, other), { passive: true });
  other.addEventListener("scroll", follow(other, one), { passive: true });
}

/** Heights in both panes that belong together, in order, from the top to the bottom. */
function pairs(from, to) {
  const tops = (pane) => {
    const zero = pane.getBoundingClientRect().top - pane.scrollTop;
    const found = new Map();
    for (const mark of pane.querySelectorAll("[data-key]"))
      if (!found.has(mark.dataset.key)) found.set(mark.dataset.key, mark.getBoundingClientRect().top - zero);
    return found;
  };
  const theirs = tops(to);
  const end = (pane) => pane.scrollHeight - pane.clientHeight;
  const both = [[0, 0]];
  for (const [name, top] of tops(from))
    if (theirs.has(name) && top > both.at(-1)[0] && top < end(from)) both.push([top, theirs.get(name)]);
  return [...both, [end(from), end(to)]];
}

function between(known, at) {
  const next = known.findIndex(([top]) => top >= at);
  if (next <= 0) return known.at(next)[1];
  const [[top, its], [below, theirs]] = [known[next - 1], known[next]];
  return its + ((at - top) / (below - top || 1)) * (theirs - its);
}
