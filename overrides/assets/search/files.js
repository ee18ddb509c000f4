/* How the files of the search index are got: fetched on the web, taken from scripts in a folder (file://). */
(function () {
  "use strict"

  const script = document.currentScript
  const root = new URL("../../", script.src)
  const index = new URL("search/index/", root)
  const inFolder = location.protocol === "file:"
  const signature = "pagefind_dcd"
  const waiting = new Map()
  // After a failure nothing that the browser kept is trusted.
  let failed = 0

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement("script")
      tag.src = address
      tag.onload = () => resolve(tag.remove())
      tag.onerror = () => {
        tag.remove()
        reject(new Error(`cannot load ${address}`))
      }
      document.head.append(tag)
    })
  }

  // Each file of an offline copy is a script that calls this (build_site/search/offline.py).
  window.pressArchiveFile = (name, base64) => {
    waiting.set(name, Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)))
  }

  async function fromScript(name) {
    await loadScript(new URL(`${name}.js`, index).href)
    const bytes = waiting.get(name)
    waiting.delete(name)
    if (!bytes) throw new Error(`${name} is damaged`)
    return bytes
  }

  async function fromWeb(name) {
    // The first file says how the others are called: a kept copy of it must be asked for again.
    const cache = failed ? "reload" : name.endsWith(".json") ? "no-cache" : "default"
    const response = await fetch(new URL(name, index), { cache })
    if (!response.ok) throw new Error(`cannot load ${name}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  // Unpacked here, where the browser checks length and checksum: a damaged file is known as such.
  async function unpacked(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }

  async function whole(name) {
    const bytes = await (inFolder ? fromScript(name) : fromWeb(name))
    if (name.endsWith(".json") || typeof DecompressionStream === "undefined") return bytes
    const plain = await unpacked(bytes)
    if (new TextDecoder().decode(plain.subarray(0, signature.length)) !== signature) {
      throw new Error(`${name} is damaged`)
    }
    return plain
  }

  async function known(promise) {
    try {
      return await promise
    } catch (error) {
      failed += 1
      throw error
    }
  }

  async function engine() {
    const address = new URL("engine.js", index)
    if (failed) address.searchParams.set("again", failed)
    await loadScript(address.href)
    if (!window.pressArchiveEngine) throw new Error("engine.js is damaged")
    return window.pressArchiveEngine
  }

  const pages = script.dataset.pages
  window.pressArchive = {
    root,
    files: {
      read: (name) => known(whole(name)),
      engine: () => known(engine()),
    },
    /* Address of a page by its path, such as `articles/some-id/`, in a site with folders or with files as pages. */
    pageAddress(path) {
      const stem = path.replace(/^\/|\/$/g, "")
      return new URL(pages === "file" ? `${stem}.html` : `${stem}/`, root)
    },
    searchAddress() {
      return new URL(pages === "file" ? "search/index.html" : "search/", root)
    },
  }
})()
