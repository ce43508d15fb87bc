() => {
  // Boxes whose parts a style sheet shows in another order than they have: how often one stands before the one before it.
  const { all, most, row, visible } = __webaudit;
  if (__webaudit.bare) return null;
  const found = [];
  const half = (one, other, start, end) =>
    Math.min(one[end], other[end]) - Math.max(one[start], other[start]) > Math.min(one[end] - one[start], other[end] - other[start]) / 2;
  const lies = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 4 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
  for (const box of all("*")) {
    if (box.childElementCount < 3 || found.length >= most) continue;
    const style = getComputedStyle(box);
    const flex = /flex$/.test(style.display);
    const grid = /grid$/.test(style.display);
    // Elsewhere only what has one order by its nature: a numbered list, a run of paragraphs.
    const plain = !flex && !grid;
    if (plain && box.localName !== "ol" && [...box.children].slice(0, 100).some((one) => one.localName !== "p")) continue;
    const parts = [];
    for (const one of [...box.children].slice(0, 100)) {
      const said = getComputedStyle(one);
      const letters = one.textContent.replace(/\s+/g, " ").trim().length;
      const moved = /absolute|relative/.test(said.position);
      if (said.position === "fixed" || (said.position === "absolute" && !plain) || !letters || !visible(one)) continue;
      const place = one.getBoundingClientRect();
      if (place.width > 1 && place.height > 1) parts.push({ one, place, letters, order: said.order, moved });
    }
    if (plain && !parts.some((part) => part.moved)) continue;
    const turned = flex ? /reverse/.test(style.flexDirection + style.flexWrap) : true;
    if (parts.length < 3 || !(turned || parts.some((part) => part.order !== "0"))) continue;
    let back = 0;
    for (let n = 1; n < parts.length; n += 1) {
      const before = parts[n - 1].place, here = parts[n].place;
      if (here.bottom <= before.top + 2 && half(here, before, "left", "right")) back += 1;
    }
    if (!flex && !back) continue;
    const numbered = box.localName === "ol" && !box.reversed && parts.every(({ one }) =>
      one.localName === "li" && getComputedStyle(one).display === "list-item" && /^(decimal|lower-|upper-)/.test(getComputedStyle(one).listStyleType));
    // A part that is moved over another makes a picture with it, no order.
    if (plain && !numbered && box.localName === "ol") continue;
    if (plain && parts.some((part) => parts.some((other) => other !== part && lies(part.place, other.place)))) continue;
    found.push(row(box, { parts: parts.length, back, numbered, prose: parts.every(({ one }) => one.localName === "p"),
      least: Math.min(...parts.map((part) => part.letters)) }));
  }
  return found;
}
