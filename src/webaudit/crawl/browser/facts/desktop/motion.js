() => {
  // What moves by itself for longer than five seconds, or flashes.
  const { most, row, visible } = __webaudit;
  const found = [];
  const told = new Set();
  for (const one of document.getAnimations().slice(0, 2000)) {
    const element = one.effect && one.effect.target;
    if (!element || told.has(element) || one.playState !== "running" || found.length >= most) continue;
    const timing = one.effect.getComputedTiming();
    if (!(timing.endTime > 5000) || !visible(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 4 || box.height < 4) continue;
    const frames = one.effect.getKeyframes();
    const names = new Set(frames.flatMap((frame) => Object.keys(frame)));
    const moved = ["transform", "translate", "left", "right", "top", "marginLeft", "marginTop", "textIndent"].filter((name) =>
      names.has(name) && new Set(frames.map((frame) => frame[name]).filter(Boolean)).size > 1);
    const shown = ["opacity", "visibility", "backgroundColor", "color"].filter((name) =>
      names.has(name) && new Set(frames.map((frame) => frame[name]).filter(Boolean)).size > 1);
    if (!moved.length && !shown.length) continue;
    const turns = moved.includes("transform") && frames.every((frame) => !frame.transform || /^(none|rotate|scale)/.test(frame.transform));
    told.add(element);
    let near = element;
    for (let n = 0; n < 4 && near.parentElement && near.parentElement !== document.body; n += 1) near = near.parentElement;
    found.push(row(element, {
      letters: (element.innerText || "").replace(/\s/g, "").length,
      travels: moved.length > 0 && !turns,
      control: !!near.querySelector("button,input,[role=button],summary,[onclick]"),
      per_second: timing.duration ? Math.round(10000 / timing.duration) / 10 : 0,
      flashes: shown.some((name) => name !== "color") && timing.duration < 333 && box.width * box.height > 21824,
    }));
  }
  return found;
}
