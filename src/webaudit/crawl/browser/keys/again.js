() => {
  // The walk begins anew at the top of the page: where a node was that had the focus, the next key goes on.
  const web = window.__webaudit;
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  web.visited = new WeakSet();
  web.stops = [];
  web.last = null;
}
