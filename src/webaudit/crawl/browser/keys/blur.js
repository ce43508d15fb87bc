() => {
  const one = window.__webaudit.deep();
  if (one) one.blur();
}
