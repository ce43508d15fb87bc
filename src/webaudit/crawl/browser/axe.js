axe
  .run(document, {
    iframes: false,
    elementRef: true,
    selectors: false,
    // Media that do not come would keep it waiting for ten seconds, longer than a page has.
    preload: { assets: ["media"], timeout: 500 },
    resultTypes: ["violations", "incomplete"],
    runOnly: { type: "rule", values: %(rules)s },
  })
  .then((said) => {
    const first = (nodes) => {
      const checks = nodes.flatMap((node) => [...node.any, ...node.all, ...node.none]);
      return checks.length ? checks[0].message.slice(0, 300) : "";
    };
    const order = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    const told = (outcome) => (rule) => ({
      rule: rule.id,
      outcome,
      total: rule.nodes.length,
      message: first(rule.nodes),
      spots: rule.nodes
        .map((node) => node.element)
        .filter((element) => element instanceof Element)
        .sort(order)
        .slice(0, %(most)d)
        .map(__spot),
    });
    return {
      version: axe.version,
      findings: [...said.violations.map(told("failed")), ...said.incomplete.map(told("cantTell"))],
      passed: said.passes.map((rule) => rule.id),
    };
  });
