(number, act) => {
  // One menu: whether it is open, given the focus, or told of at the end.
  const web = window.__webaudit;
  const { list, opener, holder, links } = web.menus[number];
  if (act === "focus") {
    const first = web.focusable(opener) ? opener : [...holder.querySelectorAll("a,button,[tabindex]")].find((one) => web.tabbable(one) && !list.contains(one));
    if (first) first.focus();
    return !!first;
  }
  if (act === "within") return list.contains(web.deep());
  if (act === "tell") {
    const elsewhere = new Set(web.order.filter((one) => !list.contains(one) && one.href).map((one) => one.href));
    return web.row(opener, { links: links.length, elsewhere: links.every((link) => elsewhere.has(link.href)) });
  }
  return web.visible(links[0]) && links[0].getBoundingClientRect().height > 2;
}
