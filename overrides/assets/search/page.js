/* The search page: the address says what is asked, and what is asked becomes results. */
(function () {
  "use strict"

  const archive = window.pressArchive
  const place = document.querySelector("[data-search-page]")
  const part = (name) => place.querySelector(`[data-search-${name}]`)
  const [form, count, help, list, pager, results] = ["form", "count", "help", "list", "pager", "results"].map(part)
  const perPage = 20
  const plural = (number) => `${number.toLocaleString("en")} ${number === 1 ? "article" : "articles"}`
  let state = archive.state.read(location.search)
  let timer = 0
  let asked = 0

  const facets = archive.makeFacets(
    part("facets"),
    (name, value, on) => {
      const others = state.chosen[name].filter((other) => other !== value)
      go({ chosen: { ...state.chosen, [name]: on ? [...others, value] : others }, page: 1 })
    },
    run
  )

  /* Change what is asked; the address follows, as a new step for the back button unless `replace`. */
  function go(changes, replace = false) {
    clearTimeout(timer)
    state = { ...state, ...changes }
    const address = location.pathname + archive.state.write(state)
    if (address === location.pathname + location.search) replace = true
    history[replace ? "replaceState" : "pushState"](null, "", address)
    return run()
  }

  function fillForm() {
    form.elements.q.value = state.words
    form.elements.from.value = state.range.from
    form.elements.to.value = state.range.to
    form.elements.sort.value = state.sort
  }

  async function run() {
    const turn = ++asked
    // The people weigh most; they are loaded when somebody looks at them.
    const shown = archive.state.facets.filter((name) => name !== "person" || facets.isOpen(name))
    const asks = archive.state.asks(state)
    try {
      await archive.start()
      if (turn !== asked) return
      const sort = state.sort || "relevance"
      const found = await archive.search(state.words, { chosen: state.chosen, shown, range: state.range, sort })
      if (turn !== asked) return
      const first = (state.page - 1) * perPage
      const wanted = asks ? found.results.slice(first, first + perPage) : []
      const items = await Promise.all(wanted.map(archive.load))
      if (turn === asked) show(asks, found, items)
    } catch (error) {
      if (turn === asked) fail(error)
    }
  }

  function show(asks, found, items) {
    const total = found.results.length
    facets.update(found.filters, state.chosen)
    part("facets").classList.add("pa-page__facets--filled")
    results.classList.remove("pa-page__results--failed")
    count.textContent = asks ? plural(total) : `Type words or choose below. ${plural(total)} in all.`
    list.start = (state.page - 1) * perPage + 1
    list.replaceChildren(...items.map(entry))
    help.replaceChildren(...(asks && !total ? noHits() : []))
    showPager(asks ? Math.ceil(total / perPage) : 0)
  }

  function fail(error) {
    list.replaceChildren()
    help.replaceChildren()
    pager.hidden = true
    results.classList.add("pa-page__results--failed")
    count.textContent = archive.failed
    console.warn(error)
  }

  function noHits() {
    const line = document.createElement("p")
    const narrowed = state.range.from || state.range.to || Object.values(state.chosen).some((values) => values.length)
    line.textContent = narrowed
      ? "No article fits all of this. Remove a choice or a date, or use fewer words."
      : "No article has all these words. Use fewer words, or only the beginning of a word."
    if (!narrowed) return [line]
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = "Remove all choices and dates"
    button.addEventListener("click", () => {
      const chosen = Object.fromEntries(archive.state.facets.map((name) => [name, []]))
      go({ chosen, range: { from: "", to: "" }, page: 1 }).then(() => results.focus())
      fillForm()
    })
    return [line, button]
  }

  function entry(item) {
    const line = document.createElement("li")
    const title = document.createElement("h2")
    const link = document.createElement("a")
    link.href = item.address
    link.append(...item.title)
    title.append(link)
    const about = document.createElement("p")
    about.className = "pa-page__about"
    about.textContent = item.about
    const excerpt = document.createElement("p")
    excerpt.append(...item.excerpt)
    line.append(title, about, excerpt)
    return line
  }

  function showPager(pages) {
    pager.hidden = pages < 2
    const words = document.createElement("span")
    words.textContent = `Page ${state.page.toLocaleString("en")} of ${pages.toLocaleString("en")}`
    pager.replaceChildren(
      ...[
        state.page > 1 && step("Previous page", "prev", state.page - 1),
        words,
        state.page < pages && step("Next page", "next", state.page + 1),
      ].filter(Boolean)
    )
  }

  function step(words, relation, page) {
    const link = document.createElement("a")
    link.href = location.pathname + archive.state.write({ ...state, page })
    link.rel = relation
    link.textContent = words
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      await go({ page })
      results.focus()
      results.scrollIntoView()
    })
    return link
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    go({ words: form.elements.q.value, page: 1 })
  })
  form.elements.q.addEventListener("input", () => {
    clearTimeout(timer)
    const words = form.elements.q.value
    timer = setTimeout(() => go({ words, page: 1 }, true), archive.pause(words))
  })
  form.addEventListener("change", (event) => {
    if (event.target === form.elements.q) return
    const range = { from: form.elements.from.value, to: form.elements.to.value }
    go({ range, sort: form.elements.sort.value, page: 1 })
  })
  window.addEventListener("popstate", () => {
    state = archive.state.read(location.search)
    fillForm()
    run()
  })

  const shortcuts = part("shortcuts")
  shortcuts.checked = archive.shortcuts.on()
  shortcuts.addEventListener("change", () => archive.shortcuts.set(shortcuts.checked))

  // On a slow line somebody types before this script runs.
  const typed = form.elements.q.value
  if (typed) state = { ...state, words: typed, page: 1 }
  fillForm()
  if (typed) go({}, true)
  else run()
})()
