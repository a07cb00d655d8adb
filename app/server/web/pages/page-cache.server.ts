import { type ReadyAnswer, readyAnswer } from '../ready-answer.server.ts'
import { createPageShelf } from './page-shelf.server.ts'
import { PageResponse } from './whole-page.server.ts'

type Outcome = { kept: ReadyAnswer } | { response: Response; outdated: boolean }

/** Kept pages in front of everything else, by address. */
export type PageCache = ReturnType<typeof createPageCache>

/** `headersOf` gives the headers all answers of a path carry, beside those of the rendered page. */
export function createPageCache(options: { maxBytes: number; headersOf: (path: string) => string[] }) {
  const shelf = createPageShelf(options.maxBytes)
  const changes = createChanges()
  const renderings = new Map<string, Promise<Outcome>>()
  const unkept = new Set<string>()
  let hears = false

  const find = (key: string) => (hears ? shelf.find(key) : undefined)

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
  const coming = (key: string) => keptBy(renderings.get(key))

  function renderFirst(key: string, render: () => Promise<Response>): Promise<Outcome> {
    const rendering = renderOnce(key, render).finally(() => renderings.delete(key))
    renderings.set(key, rendering)
    return rendering
  }

  async function renderOnce(key: string, render: () => Promise<Response>): Promise<Outcome> {
    const startedAt = changes.begin()
    try {
      const response = await render()
      const tags = (response.headers.get('Page-Tags') ?? '').split(/\s+/).filter(Boolean)
      if (!hears || tags.length === 0 || response.status !== 200 || response.headers.has('Set-Cookie')) {
        if (unkept.size > 5000) unkept.clear()
        if (hears) unkept.add(key)
        return { response, outdated: false }
      }
      const page = await readPage(response, options.headersOf(key.split('?', 1)[0] ?? key))
      if (!hears || changes.touched(tags, startedAt)) {
        return { response: withBody(response, page.body), outdated: true }
      }
      unkept.delete(key)
      shelf.keep(key, { answer: page.answer, tags, until: page.until })
      return { kept: page.answer }
    } finally {
      changes.end()
    }
  }

  function forget(tags: string[]) {
    if (tags.includes('all')) return forgetAll()
    changes.mark(tags)
    for (const tag of tags) shelf.dropTagged(tag)
  }

  function forgetAll() {
    changes.markAll()
    shelf.clear()
    unkept.clear()
  }

  /** Whether changes made by other processes reach us: while they do not, nothing is answered from here. */
  function setHearing(now: boolean) {
    forgetAll()
    hears = now
  }

  return { find, coming, answer, forget, setHearing, size: shelf.size, bytes: shelf.bytes }
}

function keptBy(rendering: Promise<Outcome> | undefined): Promise<ReadyAnswer | null> | undefined {
  return rendering?.then(
    (outcome) => ('kept' in outcome ? outcome.kept : null),
    () => null,
  )
}

/** An answer whose body was read, to be read again. */
function withBody(response: Response, body: Buffer<ArrayBuffer>): Response {
  return response instanceof PageResponse ? response : new Response(body, { headers: response.headers })
}

async function readPage(response: Response, headers: string[]) {
  const until = Date.parse(response.headers.get('Page-Until') ?? '') || Number.POSITIVE_INFINITY
  const body = response instanceof PageResponse ? response.page : Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream'
  const answer = await readyAnswer(body, type, headersFor(headers, response.headers))
  return { body, until, answer }
}

function headersFor(list: string[], rendered: Headers): string[] {
  const skipped = new Set(['page-tags', 'page-until', 'content-type', 'content-length', 'vary', 'etag'])
  const own = [...rendered].filter(([name]) => !skipped.has(name))
  const pairs = list.flatMap((name, i) =>
    i % 2 === 0 && !rendered.has(name) ? [name, list[i + 1] as string] : [],
  )
  // Browsers ask again each time: the answer is a cheap 304, and nobody reads an old agenda.
  if (!rendered.has('Cache-Control')) pairs.push('Cache-Control', 'public, max-age=0, must-revalidate')
  return [...pairs, ...own.flat()]
}

/** When which tags changed, counted in changes: for pages that are rendered meanwhile. */
function createChanges() {
  const changedAt = new Map<string, number>()
  let allChangedAt = 0
  let clock = 0
  let rendering = 0
  return {
    /** A page begins to be rendered; answers when. */
    begin() {
      rendering++
      return clock
    },
    touched: (tags: string[], since: number) =>
      allChangedAt > since || tags.some((tag) => (changedAt.get(tag) ?? 0) > since),
    mark(tags: string[]) {
      clock++
      for (const tag of tags) changedAt.set(tag, clock)
    },
    markAll() {
      allChangedAt = ++clock
    },
    end() {
      // Nothing is rendered any more that could have been touched.
      if (--rendering === 0) changedAt.clear()
    },
  }
}
