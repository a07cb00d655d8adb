import { data } from '@remix-run/node'

type Shown = {
  /** What the page shows, by `pageTag`: it is forgotten when one of these changes. */
  tags: string[]
  /** Moments at which the clock alone changes it; the next one counts. */
  changesAt?: (Date | null | undefined)[]
}

/** Headers that let the page cache keep an answer. */
export function cacheHeaders({ tags, changesAt = [] }: Shown, now = new Date()): Record<string, string> {
  const next = changesAt.flatMap((at) => (at && at > now ? [at.getTime()] : []))
  return {
    'Page-Tags': [...new Set(tags)].join(' '),
    ...(next.length > 0 && { 'Page-Until': new Date(Math.min(...next)).toISOString() }),
  }
}

/** A public page's answer, kept until something that it shows changes. */
export function cachedPage<T>(page: T, shown: Shown, now = new Date()) {
  return data(page, { headers: cacheHeaders(shown, now) })
}
