/* Search in the header: an editable combobox with a list of results (ARIA Authoring Practices Guide, combobox). */
(function () {
  "use strict"

  const archive = window.pressArchive
  const box = document.querySelector("[data-search-header]")
  if (!box) return
  const input = box.querySelector("input")
  const opener = box.querySelector("[data-search-open]")
  const list = box.querySelector("[role=listbox]")
  const popup = box.querySelector("[data-search-popup]")
  const message = box.querySelector("[data-search-message]")
  const status = box.querySelector("[role=status]")
  const shown = 5
  let timer = 0
  let asked = 0
  let active = -1

  const options = () => [...list.querySelectorAll("[role=option]")]

  function say(words, visible = false) {
    status.textContent = words
    message.textContent = visible ? words : ""
    message.hidden = !visible
    if (visible) popup.hidden = false
  }

  function close() {
    // What is still on its way opens the list no more.
    clearTimeout(timer)
    asked += 1
    popup.hidden = true
    list.replaceChildren()
    input.setAttribute("aria-expanded", "false")
    choose(-1)
  }

  /* Choose an option by its place; -1 is the field itself, and the choice goes round. */
  function choose(place) {
    const all = options()
    active = place
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)))
    if (active < 0) {
      input.removeAttribute("aria-activedescendant")
      return
    }
    input.setAttribute("aria-activedescendant", all[active].id)
    all[active].scrollIntoView({ block: "nearest" })
  }

  function step(by) {
    const places = options().length + 1
    choose(((active + 1 + by + places) % places) - 1)
  }

  function option(address, number, parts) {
    const link = document.createElement("a")
    link.href = address
    link.id = `pa-search-option-${number}`
    link.setAttribute("role", "option")
    link.setAttribute("aria-selected", "false")
    link.tabIndex = -1
    link.className = "pa-search__option"
    for (const [name, content] of parts) {
      const part = document.createElement("span")
      part.className = `pa-search__${name}`
      part.append(...content)
      link.append(part)
    }
    return link
  }

  function allResults(words) {
    const address = archive.searchAddress()
    address.searchParams.set("q", words)
    return address.href
  }

  async function run() {
    const words = input.value
    const turn = ++asked
    if (!archive.hasLetters(words)) {
      close()
      say("")
      return
    }
    try {
      await archive.start()
      if (turn !== asked) return
      const { results } = await archive.search(words)
      if (turn !== asked) return
      const best = await Promise.all(results.slice(0, shown).map(archive.load))
      if (turn === asked) show(words, best, results.length)
    } catch {
      if (turn !== asked) return
      close()
      say(archive.failed, true)
    }
  }

  function show(words, best, total) {
    const chosen = options()[active]?.pathname
    const links = best.map((item, number) =>
      option(item.address, number, [
        ["title", item.title],
        ["about", [item.about]],
        ["excerpt", item.excerpt],
      ])
    )
    if (total) links.push(option(allResults(words), links.length, [["all", [`All results: ${total.toLocaleString("en")}`]]]))
    list.replaceChildren(...links)
    list.hidden = !total
    popup.hidden = false
    input.setAttribute("aria-expanded", String(total > 0))
    const articles = total === 1 ? "1 article" : `${total.toLocaleString("en")} articles`
    // An answer may come after a choice was made; the choice holds where it is still in the list.
    choose(links.findIndex((link) => link.pathname === chosen))
    say(total ? `${articles}. Arrow keys choose one.` : "No article has all these words.", !total)
  }

  function open() {
    box.classList.add("pa-search--open")
    opener.setAttribute("aria-expanded", "true")
    input.focus()
    input.select()
  }

  function shut() {
    close()
    say("")
    box.classList.remove("pa-search--open")
    opener.setAttribute("aria-expanded", "false")
  }

  // Without this script it is a link to the search page.
  opener.setAttribute("role", "button")
  opener.setAttribute("aria-expanded", "false")
  opener.addEventListener("click", (event) => {
    event.preventDefault()
    open()
  })
  opener.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault()
      open()
    }
  })

  input.addEventListener("focus", () => archive.start().catch(() => {}), { once: true })
  input.addEventListener("input", () => {
    clearTimeout(timer)
    choose(-1)
    timer = setTimeout(run, archive.pause(input.value))
  })
  input.addEventListener("keydown", (event) => {
    const all = options()
    if (event.isComposing) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      if (all.length) step(event.key === "ArrowDown" ? 1 : -1)
      else run()
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault()
      all[active].click()
    } else if (event.key === "Escape") {
      event.preventDefault()
      if (!popup.hidden) close()
      else if (input.value) input.value = ""
      else {
        shut()
        if (opener.offsetParent) opener.focus()
        else input.blur()
      }
    }
  })
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) shut()
  })
  // A press on an option must not take the focus out of the field before the click arrives.
  popup.addEventListener("mousedown", (event) => event.preventDefault())

  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]")
  // On the window and first, since single keys are kept from Material's scripts there (assets/archive.js).
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return
    if ((event.key === "/" || event.key === "s") && archive.shortcuts.on()) {
      event.preventDefault()
      open()
    }
  }
  window.addEventListener("keydown", onKey, true)
})()
