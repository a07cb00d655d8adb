import type { Refusal } from '#app/shared/errors.ts'

/** Where a page is now whose event has another address since; null for every other refusal. */
export function movedAddress({ code, details }: Refusal, url: string): string | null {
  const { from, to } = details
  if (code !== 'event-moved' || typeof from !== 'string' || typeof to !== 'string') return null
  const { pathname, search } = new URL(url)
  const parts = pathname.split('/')
  const at = parts.findIndex((part, index) => part === from && parts[index - 1] === 'events')
  return at < 0 ? null : `${parts.with(at, to).join('/')}${search}`
}
