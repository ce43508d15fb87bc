() => {
  // After the walk: nothing has the focus, the page stands at its top and may glide again.
  const web = window.__webaudit;
  if (web.sheets) document.adoptedStyleSheets = web.sheets;
  if (document.activeElement) document.activeElement.blur();
  scrollTo(0, 0);
}
