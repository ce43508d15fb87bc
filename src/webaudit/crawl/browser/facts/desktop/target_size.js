() => {
  // How large is what is to be hit with a finger, and how far away the next such thing.
  const { all, most, row, visible } = __webaudit;
  if (__webaudit.bare) return null;
  const SELECTOR = "a[href],button,summary,input,select,textarea,[role=button],[role=link],[role=checkbox]," +
    "[role=radio],[role=switch],[role=tab],[role=menuitem],[onclick]";
  const targets = [];
  for (const element of all(SELECTOR)) {
    if (targets.length >= 3000) break;
    if (element.disabled || element.type === "hidden" || !visible(element)) continue;
    const style = getComputedStyle(element);
    if (style.pointerEvents === "none" || (style.clip !== "auto" && style.position === "absolute") || style.clipPath !== "none") continue;
    const box = element.getBoundingClientRect();
    if (box.width < 4 || box.height < 4 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) continue;
    targets.push({ element, style, box, x: box.left + box.width / 2, y: box.top + box.height / 2,
      small: box.width < 24 || box.height < 24 });
  }
  const sorted = [...targets].sort((a, b) => a.box.top - b.box.top);
  const large = new Set(targets.filter((one) => !one.small && one.element.href).map((one) => one.element.href));
  const apart = (one, other) => {
    const dx = Math.max(other.box.left - one.x, 0, one.x - other.box.right);
    const dy = Math.max(other.box.top - one.y, 0, one.y - other.box.bottom);
    const edge = Math.hypot(dx, dy);
    return other.small ? Math.min(edge, Math.hypot(one.x - other.x, one.y - other.y) - 12) : edge;
  };
  const mixed = new Map();
  // A link in a line of other text, or a control that only the browser has drawn.
  const inLine = ({ element, style }) => {
    if (!/^inline/.test(style.display) || element.matches("button,input,select,textarea")) return false;
    let block = element.parentElement;
    while (block && /^inline/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (!block) return false;
    if (!mixed.has(block)) {
      const links = [...block.querySelectorAll("a,button")].reduce((sum, link) => sum + link.textContent.trim().length, 0);
      mixed.set(block, block.textContent.replace(/[\s|/·•,.;:–-]+/g, "").length > links * 0.9 + 3);
    }
    return mixed.get(block);
  };
  const found = [{ xpath: "", markup: "", looked: targets.length }];
  for (const one of targets) {
    if (!one.small || found.length >= most) continue;
    if (one.element.matches("input:not([type=button],[type=submit],[type=reset],[type=image]),select,textarea,[onclick]:not(a,button,[role])")) continue;
    if (one.element.matches("button,input") && one.style.borderTopStyle === "outset") continue;
    let clear = 99;
    for (const other of sorted) {
      if (other.box.top > one.y + 40) break;
      if (other === one || other.box.bottom < one.y - 40) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (one.element.href && one.element.href === other.element.href) continue;
      if (other.element.matches("[onclick]:not(a,button,[role])")) continue;
      clear = Math.min(clear, apart(one, other));
    }
    if (clear >= 12) continue;
    found.push(row(one.element, { width_px: Math.round(one.box.width * 10) / 10, height_px: Math.round(one.box.height * 10) / 10,
      clear_px: Math.round(clear * 10) / 10, in_line: inLine(one), again: large.has(one.element.href) }));
  }
  return found;
}
