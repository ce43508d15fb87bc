() => {
  // Before the walk: nothing glides, what is visited is noted, and what there is to visit is counted.
  const web = window.__webaudit;
  web.fresh();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*,*::before,*::after{transition:none!important;scroll-behavior:auto!important}");
  web.sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...web.sheets, sheet];
  web.visited = new WeakSet();
  web.stops = [];
  web.last = null;
  web.deep = () => {
    let one = document.activeElement;
    while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
    return one === document.body || one === document.documentElement ? null : one;
  };
  // All that may tell where the focus is: of the element, what holds it, and what stands in and beside it.
  const PARTS = ["outlineStyle", "outlineWidth", "outlineColor", "outlineOffset", "boxShadow", "borderTopColor", "borderBottomColor",
    "borderLeftColor", "borderTopWidth", "borderBottomWidth", "borderTopStyle", "borderBottomStyle", "backgroundColor",
    "backgroundImage", "backgroundPosition", "backgroundSize", "color", "textDecorationLine", "textDecorationColor",
    "textDecorationThickness", "opacity", "visibility", "display", "transform", "filter", "fontWeight", "fontSize",
    "fill", "stroke", "width", "height", "left", "top", "clip", "clipPath", "content"];
  const look = (one, pseudo) => {
    const style = getComputedStyle(one, pseudo);
    if (pseudo && style.content === "none") return "";
    return PARTS.map((name) => (/^outline(Width|Color|Offset)$/.test(name) && style.outlineStyle === "none" ? "" : style[name])).join(";");
  };
  web.looks = (element) => {
    const near = [element, element.parentElement, element.parentElement && element.parentElement.parentElement,
      element.nextElementSibling, element.previousElementSibling, ...(element.labels || []), ...[...element.querySelectorAll("*")].slice(0, 8)];
    return near.filter(Boolean).map((one) => look(one) + look(one, "::before") + look(one, "::after")).join("|");
  };
  // Whether something that stays in the window lies over all of an element that has the focus.
  web.covered = (element) => {
    const box = element.getBoundingClientRect();
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 2 || bottom - top < 2) return null;
    let over = null;
    for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      if (!hit || element.contains(hit) || hit.contains(element)) return null;
      let lid = hit;
      while (lid && !/fixed|sticky/.test(getComputedStyle(lid).position)) lid = lid.parentElement;
      if (!lid || lid.contains(element)) return null;
      const style = getComputedStyle(lid);
      const dense = /^rgb\(/.test(style.backgroundColor) || /^rgb\(/.test(getComputedStyle(hit).backgroundColor);
      if (!dense || style.opacity !== "1" || (over && over !== lid)) return null;
      over = lid;
    }
    return over;
  };
  const all = web.all("*").filter(web.tabbable);
  web.order = all;
  web.nth = new Map(all.map((one, n) => [one, n]));
  return all.length;
}
