/* Ask the index: words and facets → ordered results and counts. */
(function () {
  "use strict"

  const archive = window.pressArchive
  // Of so many results it is looked at what found them.
  const lookedAt = 5
  const undated = "00000000"
  // An article has one value of these: of several chosen ones it need have any. Of the other facets it must have all.
  const either = new Set(["source", "year", "language", "held"])
  const decoder = new TextDecoder()
  let engine = null
  let failures = []

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const letters = (text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "")
  const hasLetters = (text) => /[\p{L}\p{N}]/u.test(text)
  // Milliseconds between a key and the search. More lists of words hold a short beginning: not loaded for who types on.
  const pause = (text) => (text.trim().length < 4 ? 240 : 60)
  // Pagefind takes "home-office" for one word. Where no article has it, its words are asked for.
  const hyphens = /(?<=[\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu
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
    const got = new Map()
    const get = (name) => {
      if (!got.has(name)) got.set(name, archive.files.read(name))
      return got.get(name)
    }
    // None of these needs another to be known. Pagefind swallows what goes wrong, so it finds them here already.
    const loading = archive.files.engine()
    const program = get("wasm.pagefind")
    for (const promise of [loading, program]) promise.catch(() => {})
    const entries = JSON.parse(decoder.decode(await archive.files.read("entries.json")))
    const parts = Object.keys(entries)
    if (!parts.length) return null
    await Promise.all(parts.map((part) => get(metaOf(part, entries[part]))))
    for (const part of parts) {
      got.set(`${part}/pagefind-entry.json`, JSON.stringify(entries[part]))
      got.set(`${part}/wasm.${aboutOf(entries[part]).wasm ?? "unknown"}.pagefind`, program)
    }
    await program
    const make = await loading
    const [first, ...others] = parts
    const instance = make(shim(get, got))({ ...partOptions(parts, first), basePath: `/${first}/`, noWorker: true })
    // Where WebAssembly does not start, this says so; to merge would then wait for ever.
    await instance.preload(null)
    await Promise.all(others.map((part) => instance.mergeIndex(`/${part}/`, partOptions(parts, part))))
    return { instance, parts }
  }

  const aboutOf = (entry) => Object.values(entry.languages)[0]
  const metaOf = (part, entry) => `${part}/pagefind.${aboutOf(entry).hash}.pf_meta`

  function partOptions(parts, part) {
    return parts.length > 1 ? { baseUrl: "/", mergeFilter: { part } } : { baseUrl: "/" }
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

  /* What the index keeps of an article: its words, where they were found, its address and values. */
  const contentOf = (result) => checked(result.data())

  const nothing = { results: [], filters: {} }

  /*
   * words: what the reader typed; chosen: facet → values that an article must have (any of them, or all: `either`)
   * shown: facets whose counts are wanted; range: { from, to } as YYYY-MM-DD; sort: relevance, newest or oldest.
   */
  async function search(words, wanted = {}) {
    const found = await answer(words, wanted)
    const apart = words.replace(hyphens, " ")
    return found.results.length || apart === words ? found : answer(apart, wanted)
  }

  async function answer(words, { chosen = {}, shown = [], range = {}, sort = "relevance" }) {
    const started = await start()
    if (!started) return nothing
    const term = hasLetters(words) ? words.trim() : null
    const filters = {}
    for (const name of shown) filters[name] = []
    for (const [name, values] of Object.entries(chosen)) {
      if (values.length) filters[name] = either.has(name) ? { any: values } : values
    }
    if (range.from || range.to) filters.date = { any: await days(started, range) }
    const parts = await partsWithAll(started, term)
    if (!parts.length) return nothing
    if (parts.length < started.parts.length) filters.part = { any: parts }
    const [found, others] = await Promise.all([
      checked(started.instance.search(term, { filters })),
      countsOfOthers(started, term, filters),
    ])
    // The index says nothing of a facet that no article has a value of: its list is empty, and not yet to be loaded.
    const none = Object.fromEntries(shown.map((name) => [name, {}]))
    return { results: ordered(found.results, sort, term), filters: { ...none, ...found.filters, ...others } }
  }

  /* Where one value is chosen, the others of its facet are counted as if it were not: what they would add. */
  async function countsOfOthers({ instance }, term, filters) {
    const names = [...either].filter((name) => filters[name]?.any)
    const open = (name) => checked(instance.search(term, { filters: { ...filters, [name]: [] } }))
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await open(name)).filters[name]])))
  }

  /*
   * Pagefind leaves out a word that an index does not know, or takes the longest of its words that stands at the unknown
   * one's beginning: "the" for "theatre". Here every word is meant: a part without one of them has no result.
   */
  async function partsWithAll({ instance, parts }, term) {
    const words = term && !isPhrase(term) ? term.split(/\s+/).filter(hasLetters) : []
    const having = await Promise.all([...new Set(words)].map((word) => partsWith(instance, parts, word)))
    return parts.filter((part) => having.every((some) => some.includes(part)))
  }

  /* Parts that know a word, in whatever form, or a word that it is the beginning of. */
  async function partsWith(instance, parts, word) {
    const ask = (term, options = {}) => checked(instance.search(term, options))
    const among = ({ filters, results }) =>
      parts.filter((part) => (parts.length > 1 ? filters.part?.[part] : results.length))
    const [whole, found] = await Promise.all([ask(`"${word.replaceAll('"', "")}"`), ask(word)])
    const known = among(whole)
    const begun = among(found).filter((part) => !known.includes(part))
    const only = (part) => (parts.length > 1 ? ask(word, { filters: { part: [part] } }) : found)
    const meant = await Promise.all(begun.map(async (part) => isMeant(word, (await only(part)).results)))
    return [...known, ...begun.filter((_, number) => meant[number])]
  }

  /* Say whether the best results were found by a word that the asked one is in. */
  async function isMeant(word, results) {
    const asked = letters(word)
    const best = await Promise.all(results.slice(0, lookedAt).map(contentOf))
    return best.some(({ content, locations }) => {
      const words = content.split(/\s+/)
      return locations.some((place) => letters(words[place] ?? "").includes(asked))
    })
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

  Object.assign(archive, {
    start,
    search,
    contentOf,
    fold,
    hasLetters,
    pause,
    failed: "The search index could not be read completely. Reload the page to try again; the lists work without it.",
  })
})()
