import { counters } from '#app/shared/http/counters.server.ts'
import type { ReadyAnswer } from '../ready-answer.server.ts'

type Page = { answer: ReadyAnswer; tags: string[]; until: number }

/** Pages by their address, no more of them than fit: what was not asked for the longest time goes first. */
export function createPageShelf(maxBytes: number) {
  const pages = new Map<string, Page & { usedAt: number }>()
  const keysOf = new Map<string, Set<string>>()
  let uses = 0
  let bytes = 0

  function find(key: string): ReadyAnswer | undefined {
    const page = pages.get(key)
    if (!page) return undefined
    if (page.until < Date.now()) {
      drop(key)
      return undefined
    }
    page.usedAt = ++uses
    return page.answer
  }

  function keep(key: string, page: Page) {
    drop(key)
    if (page.answer.bytes > maxBytes) return
    pages.set(key, { ...page, usedAt: ++uses })
    bytes += page.answer.bytes
    for (const tag of page.tags) {
      const keys = keysOf.get(tag) ?? new Set()
      keysOf.set(tag, keys.add(key))
    }
    while (bytes > maxBytes) drop(leastUsed())
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

  function dropTagged(tag: string) {
    for (const key of [...(keysOf.get(tag) ?? [])]) drop(key)
  }

  function clear() {
    for (const key of [...pages.keys()]) drop(key)
  }

  return { find, keep, dropTagged, clear, size: () => pages.size, bytes: () => bytes }
}
