/* What the address of the search page says: ?q=…&topic=…&from=…&sort=…&page=… and back. */
(function () {
  "use strict"

  const facets = ["source", "topic", "person", "year", "language", "held"]
  const day = /^\d{4}-\d{2}-\d{2}$/

  const dayOf = (params, name) => (day.test(params.get(name) ?? "") ? params.get(name) : "")

  window.pressArchive.state = {
    facets,

    read(search) {
      const params = new URLSearchParams(search)
      const page = Number.parseInt(params.get("page") ?? "1", 10)
      return {
        words: (params.get("q") ?? "").slice(0, 500),
        chosen: Object.fromEntries(facets.map((name) => [name, [...new Set(params.getAll(name))]])),
        range: { from: dayOf(params, "from"), to: dayOf(params, "to") },
        sort: ["newest", "oldest"].includes(params.get("sort")) ? params.get("sort") : "",
        page: page > 0 ? page : 1,
      }
    },

    write({ words, chosen, range, sort, page }) {
      const params = new URLSearchParams()
      if (words.trim()) params.set("q", words.trim())
      for (const name of facets) for (const value of chosen[name]) params.append(name, value)
      for (const name of ["from", "to"]) if (range[name]) params.set(name, range[name])
      if (sort) params.set("sort", sort)
      if (page > 1) params.set("page", String(page))
      const query = params.toString()
      return query ? `?${query}` : ""
    },

    /* True where something is asked for, so that articles are listed. */
    asks({ words, chosen, range }) {
      const some = Object.values(chosen).some((values) => values.length)
      return window.pressArchive.hasLetters(words) || some || Boolean(range.from || range.to)
    },
  }
})()
