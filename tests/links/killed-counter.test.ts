import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { openVisitJournal } from '#app/features/links/domain/counting/visit-journal.server.ts'
import { linkDay } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { link } from '#tests/factories/links.ts'

const { db } = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), 'ban-tron-visits-'))
const counters: ChildProcess[] = []
afterAll(async () => {
  for (const one of counters) one.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Counts until so many could be answered, and is killed in the middle of it; answers how many there were. */
async function countAndDie(linkId: string, enough: number): Promise<number> {
  const script = fileURLToPath(new URL('./counter.ts', import.meta.url))
  const words = ['--import', 'tsx', script, folder, linkId]
  const counter = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  counters.push(counter)
  let answered = 0
  counter.stdout?.on('data', (signs: Buffer) => {
    answered += signs.length
    if (answered >= enough) counter.kill('SIGKILL')
  })
  const [, signal] = await once(counter, 'close')
  expect(signal).toBe('SIGKILL')
  return answered
}

test('of visits that were answered by processes that are killed none is lost, and none is counted twice', async () => {
  const { id } = await link((await event()).id)
  const answered = (await countAndDie(id, 500)) + (await countAndDie(id, 3000))
  // Two that find what is left at the same time.
  const journals = [openVisitJournal(folder), openVisitJournal(folder)]
  for (const one of journals) void one.takeOver()
  // Their ends wait for what they began.
  await Promise.all(journals.map((one) => one.close()))
  const [row] = await db.select({ person: linkDay.person }).from(linkDay).where(eq(linkDay.linkId, id))
  // What was written and not yet answered is counted too: no more than there were readers.
  expect(row?.person).toBeGreaterThanOrEqual(answered)
  expect(row?.person).toBeLessThanOrEqual(answered + 2 * 20)
}, 120_000)
