/* What a reader can set: whether single keys open the search. Kept in this browser only. */
(function () {
  "use strict"

  const key = "press-archive.shortcuts"

  window.pressArchive.shortcuts = {
    on() {
      try {
        return localStorage.getItem(key) !== "off"
      } catch {
        return true; // the browser keeps nothing for this site
      }
    },
    set(on) {
      try {
        localStorage.setItem(key, on ? "on" : "off")
      } catch {
        return false
      }
      return true
    },
  }
})()
