() => {
  // What acts when it is clicked, and what the keyboard does not reach: told is what an element says of itself.
  const { all, focusable, most, row, visible, above } = __webaudit;
  const ROLES = "[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=menuitem],[role=option]";
  const found = [];
  const leads = (one) => { for (let up = above(one); up; up = above(up)) if (focusable(up)) return true; return false; };
  for (const element of all(`[onclick],${ROLES}`)) {
    if (found.length >= most) break;
    if (element === document.body || element === document.documentElement || !visible(element)) continue;
    if (element.matches("label,option,[aria-disabled=true],[disabled]") || element.closest("[inert],[aria-hidden=true],svg,map")) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 4 || box.height < 4 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) continue;
    const within = [...element.querySelectorAll("*")].slice(0, 200).some(focusable);
    const managed = !!element.closest("[aria-activedescendant],[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=radiogroup],[role=toolbar],[role=tree],[role=grid]");
    found.push(row(element, {
      role: element.getAttribute("role") || "",
      // Of the attribute: the property is hidden from scripts that run beside those of the page.
      handler: element.hasAttribute("onclick"),
      reached: focusable(element),
      // `tabindex=-1` is given to what a script moves the focus to, arrow keys in a list of tabs.
      by_script: element.hasAttribute("tabindex") && element.tabIndex < 0,
      inside: leads(element), within, managed,
      letters: (element.innerText || element.getAttribute("aria-label") || "").trim().length,
      pointer: getComputedStyle(element).cursor === "pointer",
    }));
  }
  return found;
}
