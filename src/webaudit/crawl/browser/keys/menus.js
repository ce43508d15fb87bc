() => {
  // Lists of links that are not shown, each beneath a link or button that is: menus that open, maybe.
  const web = window.__webaudit;
  web.fresh();
  const found = [];
  web.menus = [];
  const seen = new Set();
  for (const list of web.all("li ul,li ol,[class*=drop] ul,[class*=sub]")) {
    if (found.length >= 4) break;
    const links = [...list.querySelectorAll("a[href]")];
    if (!links.length || web.visible(links[0]) || list.closest("[aria-hidden=true]")) continue;
    const holder = list.closest("li") && list.closest("li") !== list ? list.closest("li") : list.parentElement;
    if (!holder || seen.has(holder) || holder === document.body) continue;
    const opener = [...holder.querySelectorAll("a,button,[role=button],span,div")].find((one) => !list.contains(one) && !one.contains(list) && web.visible(one));
    if (!opener) continue;
    const box = opener.getBoundingClientRect();
    if (box.width < 4 || box.height < 4 || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) continue;
    seen.add(holder);
    const address = opener.getAttribute("href") || "";
    web.menus.push({ list, opener, holder, links });
    found.push({ x: box.left + box.width / 2, y: box.top + box.height / 2,
      leads: opener.localName === "a" && !!address && !/^(#|javascript:)/i.test(address),
      reached: links.some((link) => web.visited.has(link)) });
  }
  return found;
}
