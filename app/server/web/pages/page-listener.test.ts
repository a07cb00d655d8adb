import { afterEach, expect, test, vi } from 'vitest'
import { onPageChange, pageChanged } from '#app/shared/pages/page-changes.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { createPageCache, type PageCache } from './page-cache.server.ts'
import { listenForPageChanges } from './page-listener.server.ts'

const { url, sql } = await testDatabase()
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The cache of one process; `local` also hears its own changes at once. */
async function process(local = false) {
  const pages = createPageCache({ maxBytes: 1_000_000, headersOf: () => [] })
  const listener = listenForPageChanges(url, { onChange: pages.forget, onHearing: pages.setHearing }, 200)
  closing.push(listener.close)
  if (local) closing.push(onPageChange(pages.forget))
  await listener.started
  return pages
}

const fill = (pages: PageCache, tag = 'event:1') =>
  pages.answer('/vi', async () => new Response('page', { headers: { 'Page-Tags': tag } }))
const isKept = (pages: PageCache) => pages.find('/vi') !== undefined

test('a change reaches this process before the verb returns, and the others after it', async () => {
  const [here, there] = [await process(true), await process()]
  await Promise.all([fill(here), fill(there)])
  await pageChanged('event:2')
  expect([isKept(here), isKept(there)]).toEqual([true, true])
  await pageChanged('event:1')
  expect(isKept(here)).toBe(false)
  await vi.waitFor(() => expect(isKept(there)).toBe(false))
})

test('a change that is rolled back is none', async () => {
  const here = await process(true)
  await fill(here)
  const failed = withTransaction(async () => {
    await pageChanged('event:1')
    throw new Error('rolled back')
  })
  await expect(failed).rejects.toThrow('rolled back')
  expect(isKept(here)).toBe(true)
})

test('when the listener is lost everything is dropped, and kept again when it is back', async () => {
  const here = await process()
  await fill(here)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'ban-tron pages' and datname = current_database()`
  await vi.waitFor(() => expect(isKept(here)).toBe(false), { interval: 5 })
  await vi.waitFor(
    async () => {
      await fill(here)
      expect(isKept(here)).toBe(true)
    },
    { timeout: 5000 },
  )
  await pageChanged('event:1')
  await vi.waitFor(() => expect(isKept(here)).toBe(false))
})
