import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { draftChange } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { keptChanges, listDraftChanges } from './draft-changes.server.ts'
import { forgetOldChanges } from './forget-old-changes.server.ts'

const { db } = await testDatabase()
const now = new Date('2027-03-31T03:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)

/** An event with so many changes of each age, oldest first; answers their numbers. */
async function changesOf(...ages: { days: number; count: number }[]) {
  const { id: eventId } = await event()
  const rows = ages.flatMap(({ days, count }) =>
    Array.from({ length: count }, () => ({ eventId, edits: [], actorName: 'Lan', at: daysAgo(days) })),
  )
  const added = await db.insert(draftChange).values(rows).returning({ id: draftChange.id })
  return { eventId, ids: added.map((row) => row.id) }
}

const stored = async (eventId: string) => {
  const rows = await db.select().from(draftChange).where(eq(draftChange.eventId, eventId))
  return rows.map((row) => row.id).sort((a, b) => a - b)
}

describe('changes of a draft, by night', () => {
  it.each([
    ['few old ones stay', [{ days: 90, count: 3 }], 0],
    [
      'old ones behind the last go',
      [
        { days: 90, count: 7 },
        { days: 40, count: keptChanges },
      ],
      7,
    ],
    ['many of this month stay', [{ days: 29, count: keptChanges + 5 }], 0],
    [
      'of both, only what is old',
      [
        { days: 31, count: 4 },
        { days: 29, count: keptChanges + 5 },
      ],
      4,
    ],
  ])('%s', async (_, ages, gone) => {
    const { eventId, ids } = await changesOf(...ages)
    const other = await changesOf({ days: 90, count: 2 })
    await forgetOldChanges(system(now))
    expect(await stored(eventId)).toEqual(ids.slice(gone))
    expect(await stored(other.eventId)).toEqual(other.ids)
  })
})

describe('an editor that was away', () => {
  it('catches up while all it missed is kept, and else is told to read everything again', async () => {
    const { eventId, ids } = await changesOf({ days: 90, count: 4 }, { days: 1, count: keptChanges + 2 })
    const [first = 0, second = 0] = ids
    const newest = ids.at(-1)
    expect((await listDraftChanges(eventId, first))[0]?.id).toBe(second)
    await forgetOldChanges(system(now))
    expect(await listDraftChanges(eventId, first)).toEqual([
      { id: newest, edits: [], editorId: null, actorName: '', again: true },
    ])
    const oldestKept = ids[4] ?? 0
    const missed = await listDraftChanges(eventId, oldestKept)
    expect([missed[0]?.id, missed[0]?.again]).toEqual([ids[5], undefined])
    expect(await listDraftChanges(eventId, newest ?? 0)).toEqual([])
  })
})
