/* The facets of the search page: what the results have in common, with counts that narrow as one chooses. */
(function () {
  "use strict"

  const archive = window.pressArchive
  const few = 8
  const most = 50
  const labels = {
    source: "Source",
    topic: "Topic",
    person: "Person mentioned",
    year: "Year",
    language: "Language",
    held: "Text held here",
  }
  const held = { yes: "Yes", no: "No, a record only" }
  let languages = null
  try {
    languages = new Intl.DisplayNames(["en"], { type: "language" })
  } catch {
    // The codes are shown as they are.
  }

  function valueLabel(name, value) {
    if (name === "held") return held[value] ?? value
    if (name !== "language" || !languages) return value
    try {
      return languages.of(value) ?? value
    } catch {
      return value
    }
  }

  /* Make the facets in `place`; `change(name, value, on)` is called for a choice, `open(name)` when one is opened. */
  window.pressArchive.makeFacets = function (place, change, open) {
    const made = new Map(archive.state.facets.map((name) => [name, makeOne(name, change, open)]))
    place.replaceChildren(...[...made.values()].map((facet) => facet.element))
    return {
      isOpen: (name) => made.get(name).element.open,
      update(filters, chosen) {
        for (const [name, facet] of made) facet.update(filters[name], chosen[name])
      },
    }
  }

  function makeOne(name, change, open) {
    const element = document.createElement("details")
    element.className = "pa-facet"
    element.open = name !== "person" && name !== "language" && !matchMedia("(max-width: 60em)").matches
    const summary = document.createElement("summary")
    summary.textContent = labels[name]
    const find = document.createElement("input")
    find.type = "search"
    find.className = "pa-facet__find"
    find.placeholder = "Find in this list"
    find.setAttribute("aria-label", `Find in this list: ${labels[name]}`)
    find.hidden = true
    const list = document.createElement("ul")
    const more = document.createElement("p")
    more.className = "pa-facet__more"
    element.append(summary, find, list, more)
    const facet = { name, element, summary, find, list, more, counts: null, chosen: [] }
    find.addEventListener("input", () => fill(facet))
    // The word that is looked for here is not one of the query.
    find.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault())
    list.addEventListener("change", (event) => change(name, event.target.value, event.target.checked))
    element.addEventListener("toggle", () => element.open && open(name))
    return {
      element,
      update(counts, chosen) {
        Object.assign(facet, { counts: counts ?? null, chosen })
        fill(facet)
      },
    }
  }

  function rows({ name, counts, chosen }) {
    const found = Object.entries(counts ?? {}).filter(([value, count]) => count > 0 || chosen.includes(value))
    const missing = chosen.filter((value) => !(value in (counts ?? {}))).map((value) => [value, 0])
    const all = [...found, ...missing].map(([value, count]) => ({ value, count, label: valueLabel(name, value) }))
    const rank = (row) => (chosen.includes(row.value) ? 0 : 1)
    const order = name === "year" ? (a, b) => b.value.localeCompare(a.value) : (a, b) => b.count - a.count
    return all.sort((a, b) => rank(a) - rank(b) || order(a, b) || a.label.localeCompare(b.label, "en"))
  }

  function fill(facet) {
    const { name, element, summary, find, list, more, counts, chosen } = facet
    const all = rows(facet)
    const looked = archive.fold(find.value.trim())
    const fitting = looked ? all.filter((row) => archive.fold(row.label).includes(looked)) : all
    const shown = fitting.slice(0, looked ? most : Math.max(few, chosen.length))
    const focused = list.contains(document.activeElement) ? document.activeElement.value : null
    summary.textContent = chosen.length ? `${labels[name]} (${chosen.length} chosen)` : labels[name]
    list.replaceChildren(...shown.map((row) => item(name, row, chosen.includes(row.value))))
    find.hidden = all.length <= few
    const rest = fitting.length - shown.length
    more.textContent = rest ? `and ${rest.toLocaleString("en")} more; type to find one` : ""
    if (looked && !fitting.length) more.textContent = "Nothing in this list fits."
    more.hidden = !more.textContent
    element.hidden = counts !== null && !all.length
    if (focused !== null) [...list.querySelectorAll("input")].find((input) => input.value === focused)?.focus()
  }

  function item(name, { value, count, label }, on) {
    const line = document.createElement("li")
    const words = document.createElement("label")
    const box = document.createElement("input")
    box.type = "checkbox"
    box.name = name
    box.value = value
    box.checked = on
    const text = document.createElement("span")
    text.textContent = label
    const number = document.createElement("span")
    number.className = "pa-facet__count"
    number.textContent = count.toLocaleString("en")
    words.append(box, text, " ", number)
    line.append(words)
    return line
  }
})()
