import { appendFile, chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { linkDay } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { link } from '#tests/factories/links.ts'
import { countVisit, foldVisits, keepVisitsIn } from './count-visits.server.ts'
import { foldJournal, journalName } from './fold-journal.server.ts'
import { countLines, countOf, countsIn } from './visit-counts.ts'
import { openVisitJournal, type VisitJournal } from './visit-journal.server.ts'

const { db } = await testDatabase()
const day = '2026-11-30'
let folder = ''
let journal: VisitJournal
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ban-tron-visits-'))
  journal = openVisitJournal(folder)
  keepVisitsIn(journal)
})
afterEach(async () => {
  keepVisitsIn(null)
  await journal.close()
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true, force: true })
})

const visit = (linkId: string, kind: 'person' | 'machine' = 'person') =>
  new Promise<void>((kept) => countVisit({ linkId, kind, day, corrections: [] }, kept))
async function counted(linkId: string) {
  const [row] = await db.select().from(linkDay).where(eq(linkDay.linkId, linkId))
  return [row?.person ?? 0, row?.machine ?? 0]
}

describe('the journal of visits', () => {
  it('keeps those of one moment together, and brings them in once', async () => {
    const { id } = await link((await event()).id)
    await Promise.all([visit(id), visit(id), visit(id, 'machine')])
    expect(await readdir(folder)).toHaveLength(1)
    await Promise.all([foldVisits(), foldVisits()])
    await foldVisits()
    expect(await counted(id)).toEqual([2, 1])
    await visit(id)
    await foldVisits()
    expect(await counted(id)).toEqual([3, 1])
  })

  it('brings in what is left when its process ends, and leaves no file', async () => {
    const { id } = await link((await event()).id)
    await visit(id)
    await journal.close()
    expect(await counted(id)).toEqual([1, 0])
    expect(await readdir(folder)).toEqual([])
  })

  it('reads on where it was, and leaves a line without an end until there is one', async () => {
    const { id } = await link((await event()).id)
    const file = path.join(folder, journalName({ begunAt: 1_700_000_000_000, id: crypto.randomUUID() }))
    await writeFile(file, `${id} ${day} 2 0 0\nsomething else\n${id} ${day} 40`)
    await foldJournal(file)
    await foldJournal(file)
    expect(await counted(id)).toEqual([2, 0])
    await appendFile(file, '0 7 0\n')
    await foldJournal(file)
    expect(await counted(id)).toEqual([402, 7])
  })

  it('takes over what others left, and removes it when nobody can write into it', async () => {
    const { id } = await link((await event()).id)
    const left = async (begunAt: number) => {
      const file = path.join(folder, journalName({ begunAt, id: crypto.randomUUID() }))
      await writeFile(file, `${id} ${day} 1 0 0\n`)
      return path.basename(file)
    }
    await left(Date.now() - 24 * 60 * 60_000)
    const fresh = await left(Date.now() - 1000)
    await journal.takeOver()
    await journal.takeOver()
    expect(await counted(id)).toEqual([2, 0])
    expect(await readdir(folder)).toEqual([fresh])
  })

  it('is done without where its folder cannot be written', async () => {
    const { id } = await link((await event()).id)
    keepVisitsIn(openVisitJournal(path.join(folder, 'no', '\0folder')))
    await visit(id)
    expect(await counted(id)).toEqual([1, 0])
  })

  it('says of a link that is gone nothing', async () => {
    const gone = '00000000-0000-4000-8000-000000000000'
    await visit(gone)
    await foldVisits()
    expect(await counted(gone)).toEqual([0, 0])
  })
})

it('lines of a journal say what was counted', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const counts = new Map()
  countOf(counts, id, day).person += 3
  countOf(counts, id, day).machine -= 1
  expect([...countsIn(countLines(counts)).values()]).toEqual([
    { linkId: id, day, person: 3, machine: -1, unsure: 0 },
  ])
})
