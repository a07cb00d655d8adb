import { LRUCache } from 'lru-cache'
import { counters } from '#app/shared/http/counters.server.ts'
import type { ReadyAnswer } from '../ready-answer.server.ts'

type Page = { answer: ReadyAnswer; tags: string[]; until: number }

/** Pages by their address, no more of them than fit: what was not asked for the longest time goes first. */
export function createPageShelf(maxBytes: number) {
  const keysOf = new Map<string, Set<string>>()
  const pages = new LRUCache<string, Page>({
    maxSize: maxBytes,
    sizeCalculation: ({ answer }) => answer.bytes,
    dispose: forgetTags,
  })

  function forgetTags({ tags }: Page, key: string) {
    for (const tag of tags) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
  }

  function find(key: string): ReadyAnswer | undefined {
    const page = pages.get(key)
    if (!page) return undefined
    if (page.until < Date.now()) {
      drop(key)
      return undefined
    }
    return page.answer
  }

  function keep(key: string, page: Page) {
    drop(key)
    pages.set(key, page)
    // One that is larger than the whole shelf was not taken.
    if (!pages.has(key)) return
    for (const tag of page.tags) {
      const keys = keysOf.get(tag) ?? new Set()
      keysOf.set(tag, keys.add(key))
    }
    counters().keptBytes = pages.calculatedSize
  }

  function drop(key: string) {
    pages.delete(key)
    counters().keptBytes = pages.calculatedSize
  }

  function dropTagged(tag: string) {
    for (const key of [...(keysOf.get(tag) ?? [])]) drop(key)
  }

  function clear() {
    pages.clear()
    counters().keptBytes = 0
  }

  return { find, keep, dropTagged, clear, size: () => pages.size, bytes: () => pages.calculatedSize }
}
