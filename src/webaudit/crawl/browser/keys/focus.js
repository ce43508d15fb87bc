(number, margin) => {
  // Gives a place the focus as the keyboard does, in the middle of the window: its part of the document, with a margin.
  const web = window.__webaudit;
  const one = web.stops[number - 1];
  if (!one) return null;
  one.focus({ focusVisible: true });
  if (web.deep() !== one) return null;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const box = one.getBoundingClientRect();
  const left = Math.max(0, box.left - margin), top = Math.max(0, box.top - margin);
  const width = Math.min(innerWidth, box.right + margin) - left, height = Math.min(innerHeight, box.bottom + margin) - top;
  return width < 1 || height < 1 ? null : [left + scrollX, top + scrollY, width, height];
}
