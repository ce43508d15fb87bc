() => {
  // Sounds that begin without being asked.
  const { all, row, visible } = __webaudit;
  const stops = all("button,input:not([type=hidden]),select,summary,a[href],[role=button],[onclick],[tabindex],iframe").some(visible);
  return all("audio[autoplay],video[autoplay]").slice(0, 50).filter((one) => !one.muted && !one.hasAttribute("muted")).map((one) => row(one, {
    kind: one.localName,
    seconds: Number.isFinite(one.duration) ? Math.round(one.duration * 10) / 10 : null,
    part: /#t=/.test(one.currentSrc),
    endless: one.loop,
    controls: one.controls,
    heard: one.localName === "audio" ? one.readyState >= 1 : (one.webkitAudioDecodedByteCount || 0) > 0,
    stops,
  }));
}
