() => {
  // Contrast where axe gives no answer: placeholders, and letters over a gradient.
  const { all, contrast, most, row, texts, visible } = __webaudit;
  if (__webaudit.bare) return null;
  const found = [];
  for (const field of all("input[placeholder],textarea[placeholder]")) {
    if (field.value || field.disabled || !field.placeholder.trim() || !visible(field)) continue;
    const said = contrast(field, "::placeholder");
    found.push(row(field, { kind: "placeholder", ...(said || { ratio: null, least: 4.5 }) }));
    if (found.length >= 60) break;
  }
  const seen = new Set();
  for (const [, element] of texts()) {
    if (seen.has(element) || found.length >= most) continue;
    seen.add(element);
    // Only what stands on a gradient: plain grounds are axe's.
    let one = element, depth = 0;
    while (one && depth < 4 && getComputedStyle(one).backgroundImage === "none") { one = one.parentElement; depth += 1; }
    if (!one || depth === 4 || !/gradient/.test(getComputedStyle(one).backgroundImage) || !visible(element)) continue;
    if (element.closest("[disabled],[aria-disabled=true]")) continue;
    const said = contrast(element);
    if (said && said.colours > 1) found.push(row(element, { kind: "gradient", ...said }));
  }
  return found;
}
