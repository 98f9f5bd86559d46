"use strict";
// Shows what is known of a mark while the pointer or the focus is on it. Without script the page loses only
// that: every mark is a link to its row in a table that says the same.
(() => {
  const tip = document.getElementById("tip");
  if (!tip) return;
  let shown = null;
  let leaving = 0;

  const parts = (mark) => new Set(mark.dataset.marks.split(" "));

  const light = (mark, on) => {
    const names = parts(mark);
    for (const other of document.querySelectorAll(".mark"))
      if ([...parts(other)].some((name) => names.has(name))) other.classList.toggle("lit", on);
  };

  const place = (mark) => {
    const box = mark.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    tip.style.left = `${Math.max(8, Math.min(box.left, width - tip.offsetWidth - 8))}px`;
    const below = box.bottom + 6;
    const above = box.top - tip.offsetHeight - 6;
    tip.style.top = `${below + tip.offsetHeight > window.innerHeight && above > 0 ? above : below}px`;
  };

  const fill = (mark) => {
    tip.textContent = "";
    for (const block of mark.dataset.tip.split("\n\n")) {
      const [first, ...rest] = block.split("\n");
      const head = document.createElement("strong");
      head.textContent = first;
      tip.append(head, rest.join("\n"));
    }
  };

  const hide = () => {
    if (shown) light(shown, false);
    shown = null;
    tip.hidden = true;
  };

  const show = (mark) => {
    clearTimeout(leaving);
    if (mark === shown) return;
    hide();
    shown = mark;
    light(mark, true);
    fill(mark);
    tip.hidden = false;
    place(mark);
  };

  const leave = () => {
    leaving = setTimeout(hide, 200);
  };

  const mark = (event) => event.target.closest("a.mark");
  document.addEventListener("pointerover", (event) => {
    if (mark(event)) show(mark(event));
    else if (tip.contains(event.target)) clearTimeout(leaving);
    else if (shown && document.activeElement !== shown) leave();
  });
  document.addEventListener("focusin", (event) => (mark(event) ? show(mark(event)) : hide()));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", () => shown && place(shown), { capture: true, passive: true });
})();
