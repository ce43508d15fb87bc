() => {
  // Where the focus is after a key, and whether the place before it looks the same now that it has lost it.
  const web = window.__webaudit;
  const element = web.deep();
  const last = web.last;
  let before = null;
  if (last && last.element !== element) {
    const plain = last.said ? web.contrast(last.element) : null;
    before = { same: web.looks(last.element) === last.looks, number: last.number, plain: plain ? plain.ratio : null };
  }
  if (!element) { web.last = null; return { end: true, before }; }
  const again = web.visited.has(element);
  const held = !!last && last.element === element;
  web.visited.add(element);
  const box = element.getBoundingClientRect();
  web.count = web.stops.push(element);
  const said = web.visible(element) && (element.innerText || "").trim() ? web.contrast(element) : null;
  web.last = { element, looks: web.looks(element), number: web.count, said };
  const lid = web.covered(element);
  const group = element.closest("form,fieldset,table,ul,ol,nav,dialog,[role=dialog]");
  return {
    end: false, before, again, held, number: web.count,
    row: web.row(element, {
      left: Math.round(box.left + scrollX), top: Math.round(box.top + scrollY),
      width: Math.round(box.width), height: Math.round(box.height),
      tabindex: element.tabIndex, nth: web.nth.get(element) ?? null, group: group ? web.xpath(group) : "",
      fixed: !!element.closest("dialog,[role=dialog],[aria-modal=true]"),
      covered: !!lid, cover: lid ? web.markup(lid) : "",
      seen: web.visible(element) && box.width > 1 && box.height > 1 && box.right + scrollX > 0 && box.bottom + scrollY > 0,
      shown: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      // These show a caret, or draw their own mark within.
      own_mark: element.matches("textarea,iframe,object,embed,video,audio,[contenteditable]") || element.isContentEditable ||
        (element.localName === "input" && !/^(button|submit|reset|image|checkbox|radio|range|file|color)$/.test(element.type)),
      link: element.matches("a[href]"),
      several: element.matches("iframe,object,embed,video,audio,input[type=date],input[type=time],input[type=month],input[type=week],input[type=datetime-local]"),
      ratio: said ? said.ratio : null, least: said ? said.least : null,
      signed: web.signed(element).slice(0, 200),
    }),
  };
}
