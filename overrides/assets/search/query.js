/* Ask the index: words and facets → ordered results, counts, and what a result shows. */
(function () {
  "use strict"

  const archive = window.pressArchive
  const excerptWords = 30
  const leadWords = 6
  const mostMarks = 12
  const undated = "00000000"
  let engine = null
  let failures = []

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const hasLetters = (text) => /[\p{L}\p{N}]/u.test(text)
  const isPhrase = (text) => /^\s*".+"\s*$/.test(text)

  /* Start the engine once; after a failure the next search tries again. */
  function start() {
    engine ??= begin().catch((error) => {
      engine = null
      throw error
    })
    return engine
  }

  async function begin() {
    failures = []
    const { parts, start: make } = await archive.files.engine()
    if (!parts.length) return null
    const got = new Map()
    const get = (name) => {
      if (!got.has(name)) got.set(name, archive.files.read(name))
      return got.get(name)
    }
    // Pagefind swallows what goes wrong here, so these are got before it asks for them.
    await Promise.all(parts.map((part, place) => firstFiles(part, place === 0, get)))
    const instance = make(shim(get, got))(partOptions(parts, parts[0]))
    await instance.init()
    for (const part of parts.slice(1)) {
      await instance.mergeIndex(`/${part}/`, partOptions(parts, part))
    }
    return { instance, parts }
  }

  function partOptions(parts, part) {
    const options = { basePath: `/${part}/`, noWorker: true, baseUrl: "/" }
    return parts.length > 1 ? { ...options, mergeFilter: { part } } : options
  }

  async function firstFiles(part, isFirst, get) {
    const entry = JSON.parse(new TextDecoder().decode(await get(`${part}/pagefind-entry.json`)))
    const [about] = Object.values(entry.languages)
    const names = [`${part}/pagefind.${about.hash}.pf_meta`]
    if (isFirst) names.push(`${part}/wasm.${about.wasm ?? "unknown"}.pagefind`)
    await Promise.all(names.map(get))
  }

  /* Stand in for `fetch`: Pagefind asks for `/1/index/….pf_index?…`. */
  function shim(get, got) {
    return async (address) => {
      const name = String(address).split("?")[0].slice(1)
      try {
        const bytes = await get(name)
        got.delete(name)
        return new Response(bytes)
      } catch (error) {
        failures.push(error)
        throw error
      }
    }
  }

  /* Pagefind goes on without a file that it could not read; a result that lacks something is not shown as whole. */
  async function checked(promise) {
    const value = await promise.catch((error) => {
      engine = null
      throw failures[0] ?? error
    })
    if (failures.length) {
      engine = null
      throw failures[0]
    }
    return value
  }

  const nothing = { results: [], filters: {} }

  /*
   * words: what the reader typed; chosen: facet → values that an article must all have
   * shown: facets whose counts are wanted; range: { from, to } as YYYY-MM-DD; sort: relevance, newest or oldest.
   */
  async function search(words, { chosen = {}, shown = [], range = {}, sort = "relevance" } = {}) {
    const started = await start()
    if (!started) return nothing
    const term = hasLetters(words) ? words.trim() : null
    const filters = {}
    for (const name of shown) filters[name] = []
    for (const [name, values] of Object.entries(chosen)) if (values.length) filters[name] = values
    if (range.from || range.to) filters.date = { any: await days(started, range) }
    const parts = await partsWithAll(started, term)
    if (!parts.length) return nothing
    if (parts.length < started.parts.length) filters.part = { any: parts }
    const found = await checked(started.instance.search(term, { filters }))
    return { results: ordered(found.results, sort, term), filters: found.filters }
  }

  /* Pagefind leaves out a word that an index does not know. Here every word is meant: such an index has no result. */
  async function partsWithAll({ instance, parts }, term) {
    const words = term && !isPhrase(term) ? term.split(/\s+/).filter(hasLetters) : []
    if (words.length < 2) return parts
    let left = parts
    for (const word of new Set(words)) {
      const found = await checked(instance.search(word, {}))
      const having = parts.length > 1 ? found.filters.part ?? {} : { [parts[0]]: found.results.length }
      left = left.filter((part) => having[part])
    }
    return left
  }

  /* Values of the facet `date` (a day, or first/last) that may lie in the range. */
  async function days({ instance }, { from, to }) {
    const all = await checked(instance.search(null, { filters: { date: [] } }))
    const within = Object.keys(all.filters.date ?? {}).filter((value) => {
      const [first, last = first] = value.split("/")
      return value !== "0000" && (!from || last >= from) && (!to || first <= to)
    })
    return within.length ? within : ["none"]
  }

  const dayOf = (result) => result.id.slice(0, undated.length)
  const byName = (a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

  function newestFirst(a, b) {
    return dayOf(a) === dayOf(b) ? b.score - a.score || byName(a, b) : byName(a, b)
  }

  function ordered(results, sort, term) {
    if (sort === "newest" || (sort === "relevance" && term === null)) return results.sort(newestFirst)
    if (sort !== "oldest") return results.sort((a, b) => b.score - a.score || byName(a, b))
    const dated = results.filter((result) => dayOf(result) !== undated).sort((a, b) => newestFirst(b, a))
    return [...dated, ...results.filter((result) => dayOf(result) === undated).sort(newestFirst)]
  }

  /* Load what a result shows: address, title and excerpt as nodes with marks, source and date. */
  async function load(result) {
    const data = await checked(result.data())
    const words = data.content.split(/\s+/)
    const title = data.meta.title.split(/\s+/)
    // The document ends with its topics and people; they are no part of the text.
    const listed = [...(data.filters?.topic ?? []), ...(data.filters?.person ?? [])]
    const end = words.length - listed.reduce((sum, value) => sum + value.split(/\s+/).length, 0)
    const marks = [...new Set(data.locations)].sort((a, b) => a - b)
    const inTitle = new Set(marks.filter((place) => place < title.length))
    const inText = marks.filter((place) => place >= title.length && place < end)
    const onlyListed = !inText.length && !inTitle.size && marks.length
    const address = archive.pageAddress(data.raw_url ?? data.url)
    const matched = matchedWords(words, data.locations)
    if (matched.length) address.searchParams.set("highlight", matched.join(" "))
    return {
      address: address.href,
      title: nodes(title, inTitle, 0),
      excerpt: onlyListed ? excerpt(words, marks, end) : excerpt(words.slice(0, end), inText, title.length),
      about: `${isolated(data.meta.source ?? "Source not known")} · ${data.meta.date ?? "date not known"}`,
    }
  }

  /* A name from right to left stands apart, so that it does not turn the date behind it. */
  const isolated = (name) => (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name)

  function matchedWords(words, places) {
    const bare = places.map((place) => fold(words[place] ?? "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    return [...new Set(bare.filter(Boolean))].slice(0, mostMarks)
  }

  /* The stretch with the most marks, with a few words before the first of them. */
  function excerpt(words, marks, begin) {
    let best = { count: 0, at: begin + leadWords }
    marks.forEach((place, number) => {
      const count = marks.slice(number).filter((other) => other < place + excerptWords - leadWords).length
      if (count > best.count) best = { count, at: place }
    })
    const from = Math.max(begin, Math.min(best.at - leadWords, words.length - excerptWords))
    const shown = nodes(words.slice(from, from + excerptWords), new Set(marks), from)
    if (from > begin) shown.unshift(document.createTextNode("… "))
    if (from + excerptWords < words.length) shown.push(document.createTextNode(" …"))
    return shown
  }

  function nodes(words, marks, offset) {
    return words.flatMap((word, number) => {
      const space = number ? [document.createTextNode(" ")] : []
      if (!marks.has(number + offset)) return [...space, document.createTextNode(word)]
      const mark = document.createElement("mark")
      mark.textContent = word
      return [...space, mark]
    })
  }

  Object.assign(archive, {
    start,
    search,
    load,
    fold,
    hasLetters,
    failed: "The search index could not be read completely. Reload the page to try again; the lists work without it.",
  })
})()
