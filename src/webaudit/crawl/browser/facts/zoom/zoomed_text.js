() => [{ xpath: "", markup: "", looked: __webaudit.texts().length }, ...__webaudit.clips(false)]
