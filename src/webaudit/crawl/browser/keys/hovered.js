(number) => {
  // What has appeared near a place, and where the pointer finds it; asked without a number: whether that is still seen.
  const web = window.__webaudit;
  const box = (one) => one.getBoundingClientRect();
  const seen = (one) => one.isConnected && web.visible(one) && box(one).width > 2 && box(one).height > 2;
  if (number === undefined) return !!web.appeared && seen(web.appeared);
  web.fresh();
  const trigger = web.hovers[number], from = box(trigger);
  const near = (one) => {
    const to = box(one);
    return to.width > 8 && to.height > 8 && to.left < from.right + 60 && to.right > from.left - 60 &&
      to.top < from.bottom + 60 && to.bottom > from.top - 60;
  };
  web.appeared = web.all("*").find((one) => !web.before.has(one) && !one.contains(trigger) && web.visible(one) &&
    one.innerText && one.innerText.trim().length > 1 && near(one));
  if (!web.appeared) return null;
  const place = box(web.appeared);
  const left = Math.max(place.left, 0), right = Math.min(place.right, innerWidth);
  const top = Math.max(place.top, 0), bottom = Math.min(place.bottom, innerHeight);
  const through = getComputedStyle(web.appeared).pointerEvents === "none";
  let to = null;
  for (const x of [0.5, 0.2, 0.8]) for (const y of [0.5, 0.2, 0.8]) {
    const spot = [left + (right - left) * x, top + (bottom - top) * y];
    const hit = right - left > 4 && bottom - top > 4 && document.elementFromPoint(...spot);
    // Where it lies over what it belongs to, the pointer has not come to it.
    const past = spot[0] < from.left || spot[0] > from.right || spot[1] < from.top || spot[1] > from.bottom;
    if (hit && past && !to && (through || web.appeared.contains(hit))) to = spot;
  }
  const range = document.createRange();
  const covers = web.texts().some(([text, element]) => {
    if (web.appeared.contains(element) || trigger.contains(element) || !web.before.has(element)) return false;
    range.selectNodeContents(text);
    const lies = range.getBoundingClientRect();
    return Math.min(lies.right, right) - Math.max(lies.left, left) > 4 && Math.min(lies.bottom, bottom) - Math.max(lies.top, top) > 4;
  });
  return web.row(trigger, { covers, to_x: to && to[0], to_y: to && to[1] });
}
