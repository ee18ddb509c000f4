// Buttons that copy: each citation, and each paragraph with the citation and its own address. Without this script the
// citations are there to select.
(() => {
  const said = document.createElement("p")
  said.className = "copied"
  said.setAttribute("role", "status")
  let timer = 0

  const say = (words) => {
    said.textContent = words
    clearTimeout(timer)
    timer = setTimeout(() => said.replaceChildren(), 6000)
  }

  // Pages from a folder may not use the clipboard; a selected field can still be copied.
  const copyField = (text) => {
    const area = document.createElement("textarea")
    area.value = text
    area.className = "unseen"
    document.body.append(area)
    area.select()
    const done = document.execCommand("copy")
    area.remove()
    return done
  }

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyField(text)
    }
  }

  const button = (kind, label, text, done, shown) => {
    const made = document.createElement("button")
    made.type = "button"
    made.className = kind
    made.setAttribute("aria-label", label)
    made.addEventListener("click", async () => {
      if (await copy(text)) {
        say(done)
      } else {
        getSelection().selectAllChildren(shown)
        say("Selected; copy it with the keyboard")
      }
      made.focus()
    })
    return made
  }

  for (const citation of document.querySelectorAll(".citation")) {
    const style = citation.previousElementSibling
    const name = style.textContent
    const made = button("citation-copy", `Copy the ${name} citation`, citation.textContent, `${name} citation copied`, citation)
    made.textContent = "Copy"
    style.append(" ", made)
  }

  // Without an address on the web the citation stands without one: a folder's means nothing to others.
  const source = document.querySelector(".cite")
  const address = source?.querySelector("a")?.textContent
  const cited = (id) => (address ? source.textContent.replace(address, `${address}#${id}`) : source.textContent)

  if (source) {
    document.querySelectorAll(".text > p[id]:not(.residue)").forEach((paragraph, place) => {
      const text = `${paragraph.textContent}\n\n${cited(paragraph.id)}`
      const made = button("copy-quote", `Copy paragraph ${place + 1} with its citation`, text, "Paragraph and citation copied", paragraph)
      made.lang = "en"
      paragraph.append(made)
    })
  }
  document.querySelector(".references")?.append(said)
})()
