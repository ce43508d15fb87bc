() => {
  // Places that announce that more appears under the mouse, and all that is seen before.
  const web = window.__webaudit;
  web.fresh();
  scrollTo(0, 0);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*,*::before,*::after{transition:none!important;scroll-behavior:auto!important}");
  web.sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...web.sheets, sheet];
  web.before = new WeakSet(web.all("*").filter(web.visible));
  web.hovers = [];
  const places = [];
  const SAID = "[data-tooltip],[data-toggle=tooltip],[data-bs-toggle=tooltip],[data-toggle=popover],[data-bs-toggle=popover]," +
    "[onmouseover],[onmouseenter],[class*=tooltip],[class*=popover]";
  const SHUT = "[role=tooltip],li > ul,li > ol,[class*=tooltip],[class*=popover],[class*=dropdown-menu],[class*=submenu],[class*=sub-menu]";
  const tell = (element) => {
    const box = element.getBoundingClientRect();
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (places.length >= 12 || box.width < 4 || box.height < 4 || x < 1 || y < 1 || x >= innerWidth || y >= innerHeight) return;
    const hit = document.elementFromPoint(x, y);
    if (!hit || !(element.contains(hit) || hit.contains(element)) || web.hovers.some((one) => one.contains(element))) return;
    web.hovers.push(element);
    places.push([x, y]);
  };
  for (const element of web.all(SAID)) if (web.before.has(element)) tell(element);
  for (const element of web.all(SHUT)) {
    // What is shut belongs to what describes itself by it, or to what is seen around it or just before it.
    if (web.before.has(element)) continue;
    const named = element.id && web.all("[aria-describedby]").find((one) => one.getAttribute("aria-describedby").split(/\s+/).includes(element.id));
    const near = [named, element.previousElementSibling, element.parentElement].find((one) => one && web.before.has(one));
    if (near && near !== document.body) tell(near);
  }
  return places;
}
