() => {
  // What the scripts share. It is laid down once a page, and keeps what one state has to tell the next.
  if (window.__webaudit) return;
  const most = 20000;
  const xpath = (element) => {
    const steps = [];
    let one = element;
    while (one && one.getRootNode() instanceof ShadowRoot) one = one.getRootNode().host;
    for (; one && one !== document.documentElement; one = one.parentElement) {
      const name = one.localName;
      let before = 0, after = 0;
      for (let n = one.previousElementSibling; n; n = n.previousElementSibling) before += n.localName === name;
      for (let n = one.nextElementSibling; n && !after; n = n.nextElementSibling) after += n.localName === name;
      steps.push(before || after ? `${name}[${before + 1}]` : name);
    }
    return ["/html", ...steps.reverse()].join("/");
  };
  // The tag and a little of what follows: outerHTML of a large element would cost more than all else.
  const markup = (element) => {
    const cut = element.cloneNode(false).outerHTML.slice(0, 160);
    const said = (element.innerText || "").slice(0, 200).replace(/\s+/g, " ").trim().slice(0, 60);
    return (cut.replace(/<\/[\w-]+>$/, "") + said).slice(0, 200);
  };
  const row = (element, said) => ({ xpath: xpath(element), markup: markup(element), ...said });
  const visible = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  // Within what the window or a scrolled box can bring to sight.
  const reachable = (rect) =>
    rect.width > 1 && rect.height > 1 && rect.right + scrollX > 0 && rect.bottom + scrollY > 0;
  const above = (element) =>
    element.assignedSlot || element.parentElement ||
    (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
  // What was found once serves all scripts of a state: they change nothing.
  let elements = null, seen = null;
  const fresh = () => { elements = seen = null; };
  const walk = (root, found) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    let looked = 0;
    for (let one = walker.nextNode(); one && looked < most && found.length < most; one = walker.nextNode()) {
      looked += 1;
      found.push(one);
      if (one.shadowRoot) walk(one.shadowRoot, found);
    }
    return found;
  };
  // All elements, those in open shadow trees among them.
  const all = (selector) => {
    elements ||= walk(document, []);
    return selector === "*" ? elements : elements.filter((one) => one.matches(selector));
  };
  // Texts that are seen, each with its element.
  const texts = () => {
    if (seen) return seen;
    const found = seen = [];
    const walker = document.createTreeWalker(document.body || document, NodeFilter.SHOW_TEXT);
    let looked = 0;
    for (let one = walker.nextNode(); one && looked < most; one = walker.nextNode()) {
      looked += 1;
      const element = one.parentElement;
      if (!element || !one.data.trim() || /^(script|style|noscript|template|textarea|option)$/.test(element.localName))
        continue;
      found.push([one, element]);
    }
    return found;
  };
  const FOCUSABLE =
    'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],' +
    'video[controls],[contenteditable=""],[contenteditable=true],[tabindex]';
  const focusable = (element) => element.matches(FOCUSABLE) && !element.disabled && !element.closest("[inert]");
  // Reached with the Tab key: of a group of radio buttons only one is.
  const tabbable = (element) => focusable(element) && element.tabIndex >= 0 && visible(element);
  const signed = (element) =>
    `${element.localName}.${[...element.classList].sort().join(".")}:${element.getAttribute("role") || ""}`;
  // A style sheet that did not come: what is seen then is not what visitors see. Fonts move little.
  // Of another host's sheet a page is not told whether it came.
  const lost = (link) => {
    if (!link.sheet) return true;
    const own = new URL(link.href).origin === location.origin;
    try {
      const came = performance.getEntriesByName(link.href).some((one) => one.responseStatus < 400);
      return own && !came && link.sheet.cssRules.length === 0;
    } catch {
      return own;
    }
  };
  const bare = [...document.querySelectorAll("link[rel~=stylesheet][href]")].some((link) =>
    !link.disabled && !/font/i.test(link.href) && (!link.media || matchMedia(link.media).matches) && lost(link));
  const clipped = new WeakSet();
  // Colours: [red, green, blue, alpha], or null for what is no plain colour.
  const colour = (text) => {
    const said = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
    return said ? [+said[1], +said[2], +said[3], said[4] === undefined ? 1 : +said[4]] : null;
  };
  const over = (front, back) => [0, 1, 2].map((n) => front[n] * front[3] + back[n] * (1 - front[3])).concat(1);
  const light = (one) => {
    const [r, g, b] = one.map((n) => (n / 255 <= 0.04045 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const inside = (inner, outer) =>
    inner.left >= outer.left - 1 && inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  // The plain colours that may lie behind an element; null where a picture, an effect or another layer may.
  const behind = (element) => {
    const place = element.getBoundingClientRect();
    const layers = [];
    for (let one = element; one; one = above(one)) {
      const style = getComputedStyle(one);
      if (style.opacity !== "1" || style.filter !== "none" || style.mixBlendMode !== "normal") return null;
      if (/fixed|absolute|sticky/.test(style.position) && one !== element && layers.length) return null;
      const back = colour(style.backgroundColor);
      if (!back) return null;
      const image = style.backgroundImage;
      if ((back[3] > 0 || image !== "none") && !inside(place, one.getBoundingClientRect())) return null;
      let stops = [];
      if (image !== "none") {
        // A gradient over the whole box, of plain colours that hide what is behind them.
        const whole = style.backgroundSize === "auto" && /^(linear|radial)-gradient\([^()]*(rgba?\([^()]*\)[^()]*)+\)$/.test(image);
        stops = whole ? (image.match(/rgba?\([^()]*\)/g) || []).map(colour) : [];
        if (!stops.length || stops.some((stop) => !stop || stop[3] < 1)) return null;
        layers.push(stops);
        break;
      }
      if (back[3] > 0) layers.push([back]);
      if (back[3] === 1) break;
      if (one === document.documentElement || /fixed|absolute/.test(style.position)) {
        if (one !== document.documentElement) return null;
        layers.push([[255, 255, 255, 1]]);
      }
    }
    if (!layers.length) return null;
    let found = layers.pop();
    while (layers.length) {
      const [front] = layers.pop();
      found = found.map((back) => over(front, back));
    }
    return found;
  };
  // The best contrast that a text has with anything that lies behind it; null if that is not known.
  const contrast = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const front = colour(style.color);
    if (!front || getComputedStyle(element).textShadow !== "none" || style.opacity === "0") return null;
    const backs = behind(element);
    if (!backs) return null;
    front[3] *= +style.opacity;
    const ratios = backs.map((back) => ratio(over(front, back), back));
    const size = parseFloat(style.fontSize);
    return {
      ratio: Math.round(Math.max(...ratios) * 100) / 100,
      least: size >= 24 || (size >= 18.66 && +style.fontWeight >= 700) ? 3 : 4.5,
      colours: backs.length,
    };
  };
  // Texts that their box cuts off. Boxes that did so when the page was plain are marked, and told no more.
  const clips = (plain) => {
    if (bare) return null;
    const found = plain ? [] : [{ xpath: "", markup: "", looked: texts().length }];
    for (const box of all("*")) {
      const down = box.scrollHeight > box.clientHeight + 2, along = box.scrollWidth > box.clientWidth + 2;
      if ((!down && !along) || box.clientHeight < 8 || box.clientWidth < 8 || clipped.has(box)) continue;
      if (box === document.body || box === document.documentElement || found.length >= 200) continue;
      const style = getComputedStyle(box);
      const cuts = { down: down && /hidden|clip/.test(style.overflowY), along: along && /hidden|clip/.test(style.overflowX) };
      if ((!cuts.down && !cuts.along) || !visible(box)) continue;
      const cut = cutText(box, cuts);
      if (!cut) continue;
      if (plain) clipped.add(box);
      else found.push(row(box, { lost_px: Math.round(cut.lost), text: cut.text, way: wayOut(box) }));
    }
    return found;
  };
  // What of a box's texts begins within it and ends beyond it.
  const cutText = (box, cuts) => {
    const edge = box.getBoundingClientRect();
    const bottom = edge.top + box.clientTop + box.clientHeight, right = edge.left + box.clientLeft + box.clientWidth;
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let begun = false;
    for (let one = walker.nextNode(), n = 0; one && n < 300; one = walker.nextNode(), n += 1) {
      if (one.data.trim().length < 2 || !one.parentElement || !visible(one.parentElement)) continue;
      if (!flows(one.parentElement, box)) continue;
      range.selectNodeContents(one);
      for (const line of range.getClientRects()) {
        if (line.width < 2 || line.height < 2) continue;
        const starts = line.left >= edge.left - 2 && line.left < right - 2 && line.top >= edge.top - 2;
        if (!starts) continue;
        const lost = cuts.down ? line.bottom - bottom : 0, wide = cuts.along ? line.right - right : 0;
        const text = one.data.replace(/\s+/g, " ").trim().slice(0, 60);
        if (lost > Math.max(3, line.height * 0.35) && (begun || line.top < bottom)) return { lost, text };
        if (wide > 8 && line.top < bottom) return { lost: wide, text };
        if (line.top < bottom) begun = true;
      }
    }
    return null;
  };
  // Whether an element lies in its box as the text runs: nothing between scrolls, floats above or was moved.
  const flows = (element, box) => {
    for (let one = element; one && one !== box; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (one.localName === "marquee" || /auto|scroll|hidden|clip/.test(style.overflowY + style.overflowX)) return false;
      if (/fixed|absolute|sticky/.test(style.position) || style.transform !== "none" || style.display === "none") return false;
    }
    return box.localName !== "marquee" && getComputedStyle(box).transform === "none";
  };
  // Whether something near could show the whole text: a link, a button.
  const wayOut = (box) => {
    const control = "a[href],button,summary,[role=button],[onclick],[tabindex],[title]";
    return !!(box.closest(control) || box.querySelector(control) ||
      [box.nextElementSibling, box.parentElement && box.parentElement.nextElementSibling].some(
        (next) => next && (next.matches(control) || next.querySelector(control))) ||
      (box.parentElement && box.parentElement !== document.body && box.parentElement.querySelector(control)));
  };
  window.__webaudit = {
    most: 200, fresh, xpath, markup, row, visible, reachable, above, all, texts, focusable, tabbable, signed,
    contrast, clips, bare,
  };
}
