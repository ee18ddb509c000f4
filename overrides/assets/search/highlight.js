/* Mark the words of a search on the article that it led to. */
(function () {
  "use strict"

  const { fold } = window.pressArchive
  const wanted = new URLSearchParams(location.search).get("highlight")
  const places = document.querySelectorAll(".head, .facts, [data-text]")
  if (!wanted) return
  const words = new Set(wanted.split(" ").slice(0, 20).map(fold).filter(Boolean))
  const token = /[\p{L}\p{N}\p{M}]+(?:['’.\-–][\p{L}\p{N}\p{M}]+)*/gu

  function marked(text) {
    const out = []
    let after = 0
    for (const match of text.matchAll(token)) {
      if (!words.has(fold(match[0]))) continue
      const mark = document.createElement("mark")
      mark.textContent = match[0]
      mark.className = "pa-mark"
      out.push(text.slice(after, match.index), mark)
      after = match.index + match[0].length
    }
    return after ? [...out, text.slice(after)] : null
  }

  const texts = []
  for (const place of places) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode)
  }
  for (const text of texts) {
    const parts = marked(text.data)
    if (parts) text.replaceWith(...parts)
  }
})()
