() => {
  const one = window.__webaudit.deep();
  return one && window.__webaudit.xpath(one);
}
