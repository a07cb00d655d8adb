import { counters } from '#app/shared/http/counters.server.ts'
import { type ReadyAnswer, readyAnswer } from '../ready-answer.server.ts'

type Kept = { answer: ReadyAnswer; tags: string[]; until: number; usedAt: number }
type Outcome = { kept: ReadyAnswer } | { response: Response; outdated: boolean }

/** Kept pages in front of everything else, by address. */
export type PageCache = ReturnType<typeof createPageCache>

/** `headersOf` gives the headers all answers of a path carry, beside those of the rendered page. */
export function createPageCache(options: { maxBytes: number; headersOf: (path: string) => string[] }) {
  const pages = new Map<string, Kept>()
  const keysOf = new Map<string, Set<string>>()
  const renderings = new Map<string, Promise<Outcome>>()
  const unkept = new Set<string>()
  const changedAt = new Map<string, number>()
  let allChangedAt = 0
  let clock = 0
  let uses = 0
  let bytes = 0
  let rendering = 0
  let hears = false

  function find(key: string): ReadyAnswer | undefined {
    const page = hears ? pages.get(key) : undefined
    if (!page) return undefined
    if (page.until < Date.now()) {
      drop(key)
      return undefined
    }
    page.usedAt = ++uses
    return page.answer
  }

  /**
   * The page, rendered once however many ask for it at the same time. A page that changed while it was rendered is not
   * kept, and whoever waited for it gets a newer one. Answers with a Response when the page is not one to keep.
   */
  async function answer(key: string, render: () => Promise<Response>): Promise<ReadyAnswer | Response> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const found = find(key)
      if (found) return found
      const rendering = renderings.get(key)
      if (!rendering || unkept.has(key)) {
        const outcome = await (unkept.has(key) ? renderOnce(key, render) : renderFirst(key, render))
        return 'kept' in outcome ? outcome.kept : outcome.response
      }
      const outcome = await rendering
      if ('kept' in outcome) return outcome.kept
      if (!outcome.outdated) break
    }
    return render()
  }

  /** The page that is being rendered for somebody else; null when that comes to nothing that is kept. */
  function coming(key: string): Promise<ReadyAnswer | null> | undefined {
    return renderings.get(key)?.then(
      (outcome) => ('kept' in outcome ? outcome.kept : null),
      () => null,
    )
  }

  function renderFirst(key: string, render: () => Promise<Response>): Promise<Outcome> {
    const rendering = renderOnce(key, render).finally(() => renderings.delete(key))
    renderings.set(key, rendering)
    return rendering
  }

  async function renderOnce(key: string, render: () => Promise<Response>): Promise<Outcome> {
    const startedAt = clock
    rendering++
    try {
      const response = await render()
      const tags = (response.headers.get('Page-Tags') ?? '').split(/\s+/).filter(Boolean)
      if (!hears || tags.length === 0 || response.status !== 200 || response.headers.has('Set-Cookie')) {
        if (unkept.size > 5000) unkept.clear()
        if (hears) unkept.add(key)
        return { response, outdated: false }
      }
      const until = Date.parse(response.headers.get('Page-Until') ?? '') || Number.POSITIVE_INFINITY
      const body = Buffer.from(await response.arrayBuffer())
      const type = response.headers.get('Content-Type') ?? 'application/octet-stream'
      const made = await readyAnswer(body, type, headersFor(key, response.headers))
      if (!hears || isOutdated(tags, startedAt)) {
        return { response: new Response(body, { headers: response.headers }), outdated: true }
      }
      keep(key, { answer: made, tags, until, usedAt: ++uses })
      return { kept: made }
    } finally {
      if (--rendering === 0) changedAt.clear()
    }
  }

  function headersFor(key: string, rendered: Headers): string[] {
    const list = options.headersOf(key.split('?', 1)[0] ?? key)
    const skipped = new Set(['page-tags', 'page-until', 'content-type', 'content-length', 'vary', 'etag'])
    const own = [...rendered].filter(([name]) => !skipped.has(name))
    const pairs = list.flatMap((name, i) =>
      i % 2 === 0 && !rendered.has(name) ? [name, list[i + 1] as string] : [],
    )
    // Browsers ask again each time: the answer is a cheap 304, and nobody reads an old agenda.
    if (!rendered.has('Cache-Control')) pairs.push('Cache-Control', 'public, max-age=0, must-revalidate')
    return [...pairs, ...own.flat()]
  }

  function isOutdated(tags: string[], startedAt: number): boolean {
    return allChangedAt > startedAt || tags.some((tag) => (changedAt.get(tag) ?? 0) > startedAt)
  }

  function keep(key: string, page: Kept) {
    drop(key)
    unkept.delete(key)
    if (page.answer.bytes > options.maxBytes) return
    pages.set(key, page)
    bytes += page.answer.bytes
    for (const tag of page.tags) {
      const keys = keysOf.get(tag) ?? new Set()
      keysOf.set(tag, keys.add(key))
    }
    while (bytes > options.maxBytes) drop(leastUsed())
    counters().keptBytes = bytes
  }

  function leastUsed(): string {
    let [found, least] = ['', Number.POSITIVE_INFINITY]
    for (const [key, { usedAt }] of pages) if (usedAt < least) [found, least] = [key, usedAt]
    return found
  }

  function drop(key: string) {
    const page = pages.get(key)
    if (!page) return
    pages.delete(key)
    bytes -= page.answer.bytes
    for (const tag of page.tags) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
    counters().keptBytes = bytes
  }

  function forget(tags: string[]) {
    clock++
    if (tags.includes('all')) return forgetAll()
    for (const tag of tags) {
      changedAt.set(tag, clock)
      for (const key of [...(keysOf.get(tag) ?? [])]) drop(key)
    }
  }

  function forgetAll() {
    allChangedAt = ++clock
    for (const key of [...pages.keys()]) drop(key)
    unkept.clear()
  }

  /** Whether changes made by other processes reach us: while they do not, nothing is answered from here. */
  function setHearing(now: boolean) {
    forgetAll()
    hears = now
  }

  return { find, coming, answer, forget, setHearing, size: () => pages.size, bytes: () => bytes }
}
