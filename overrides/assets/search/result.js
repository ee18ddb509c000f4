/* What a result shows: address, title and excerpt with the words that were found, source and date. */
(function () {
  "use strict"

  const archive = window.pressArchive
  const excerptWords = 30
  const leadWords = 6
  const mostMarks = 12

  /* Load what is shown; title and excerpt are nodes with marks. */
  async function load(result) {
    const data = await archive.contentOf(result)
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

  // Pagefind takes a word with the signs around it; they are no part of what was found.
  const aroundWord = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su

  function matchedWords(words, places) {
    const bare = places.map((place) => archive.fold(words[place] ?? "").match(aroundWord)[2])
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
      const [, before, core, after] = word.match(aroundWord)
      const mark = document.createElement("mark")
      mark.textContent = core
      return [...space, before, mark, after]
    })
  }

  Object.assign(archive, { load })
})()
