() => {
  // Whether a page of 320 pixels has to be pushed sideways to be read, and which text lies out of sight.
  const { most, row, texts, visible } = __webaudit;
  if (__webaudit.bare) return null;
  const before = [scrollX, scrollY];
  scrollTo({ left: 100000, top: 0, behavior: "instant" });
  const pushed = Math.round(scrollX);
  scrollTo({ left: 0, top: 0, behavior: "instant" });
  const found = [{ xpath: "", markup: "", looked: texts().length, wide_px: innerWidth, pushed_px: pushed }];
  // Tables, code, pictures and maps may need two directions.
  const EXEMPT = "table,pre,code,svg,math,iframe,video,canvas,[role=grid],[role=application],[aria-hidden=true]";
  const stays = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.position === "fixed" || style.position === "absolute" || style.transform !== "none") return false;
      if (/auto|scroll|hidden|clip/.test(style.overflowX) && one !== element) return false;
      if (/auto|scroll|hidden|clip/.test(style.overflowX)) return false;
    }
    return true;
  };
  if (pushed > 8) {
    const range = document.createRange();
    const told = new Set();
    for (const [text, element] of texts()) {
      if (found.length >= most) break;
      if (told.has(element) || text.data.trim().length < 3) continue;
      range.selectNodeContents(text);
      const far = Math.max(0, ...[...range.getClientRects()].filter((line) => line.height > 2).map((line) => line.right));
      if (far <= innerWidth + 8 || element.closest(EXEMPT) || !visible(element) || !stays(element)) continue;
      told.add(element);
      found.push(row(element, { beyond_px: Math.round(far - innerWidth), letters: text.data.trim().length,
        word: !/\s/.test(text.data.trim()) }));
    }
  }
  scrollTo({ left: before[0], top: before[1], behavior: "instant" });
  return found;
}
