() => ((document.body && document.body.innerText) || "").slice(0, 20000)
