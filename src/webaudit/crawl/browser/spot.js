// The place of an element, spelled as model/page.py spells it, so that one defect is known for one by two who found it.
globalThis.__spot = (element) => {
  const steps = [];
  for (let at = element; at.parentElement; at = at.parentElement) {
    const same = [...at.parentElement.children].filter((other) => other.localName === at.localName);
    const tag = at.localName.toLowerCase();
    steps.unshift(same.length === 1 ? tag : `${tag}[${same.indexOf(at) + 1}]`);
  }
  const attributes = [...element.attributes]
    .slice(0, 8)
    .map(({ name, value }) => ` ${name.toLowerCase()}="${value.slice(0, 80)}"`);
  const first = element.firstChild;
  const text = first && first.nodeType === Node.TEXT_NODE ? first.data.slice(0, 200).trim().split(/\s+/).join(" ") : "";
  const whole = `<${element.localName.toLowerCase()}${attributes.join("")}>${text}`;
  const markup = whole.length <= 160 ? whole : `${whole.slice(0, 159)}…`;
  return { xpath: "/" + ["html", ...steps].join("/"), markup };
};
