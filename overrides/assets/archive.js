// Small helps for readers. Every page is complete without them.
(() => {
  // Material opens search and turns pages on single letters, which gets in the way of speech input (WCAG 2.1.4).
  const editable = (node) => node instanceof Element && node.closest("input, textarea, select, [contenteditable]")
  window.addEventListener(
    "keydown",
    (event) => {
      const single = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey
      if (single && !editable(event.target)) event.stopPropagation()
    },
    true,
  )

  const scheme = document.querySelector("[data-scheme-button]")
  const said = { system: "as the system", light: "light", dark: "dark" }
  const label = scheme.querySelector("span")
  const tell = (choice) => {
    label.textContent = `Colours: ${said[choice]}`
    scheme.title = label.textContent
  }
  tell(archiveScheme.current())
  scheme.hidden = false
  scheme.addEventListener("click", () => tell(archiveScheme.next()))
})()
