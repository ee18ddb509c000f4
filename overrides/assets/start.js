// Runs before the page is painted: tells style sheets that scripts run, gives storage functions under the names by
// which Material's bundle calls them, and applies the reader's choice of colours.
(() => {
  document.documentElement.classList.replace("no-js", "js")
  const site = new URL("..", document.currentScript.src)
  const name = (key, scope) => `${scope.pathname}.${key}`

  window.__md_scope = site
  window.__md_hash = (text) => [...text].reduce((sum, char) => ((sum << 5) - sum + char.charCodeAt(0)) | 0, 0)
  window.__md_get = (key, storage = localStorage, scope = site) => JSON.parse(storage.getItem(name(key, scope)))
  window.__md_set = (key, value, storage = localStorage, scope = site) => {
    try {
      storage.setItem(name(key, scope), JSON.stringify(value))
    } catch {
      // A browser that keeps nothing keeps no choice either; the page works without.
    }
  }

  const dark = matchMedia("(prefers-color-scheme: dark)")
  const choices = ["system", "light", "dark"]
  const chosen = () => {
    try {
      return choices.includes(__md_get("scheme")) ? __md_get("scheme") : "system"
    } catch {
      return "system"
    }
  }
  let choice = chosen()

  const show = () => {
    const isDark = choice === "dark" || (choice === "system" && dark.matches)
    document.body.dataset.mdColorScheme = isDark ? "slate" : "default"
  }
  window.archiveScheme = {
    current: () => choice,
    next: () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length]
      __md_set("scheme", choice)
      show()
      return choice
    },
  }
  dark.addEventListener("change", show)
  show()
})()
