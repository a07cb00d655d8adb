import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { getDraftRows } from '#app/features/agenda/domain/draft/draft-rows.server.ts'
import { acquaintance, eventPerson, person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { session } from '#tests/factories/speakers.ts'
import { addPerson } from '../add-person.server.ts'
import { listDuplicates, listMerges } from './duplicates.server.ts'
import { mergePeople, undoMerge } from './merge-people.server.ts'

const { db } = await testDatabase()

async function table() {
  const made = await organizedEvent()
  const eventId = made.event.id
  const kept = await addPerson(system(), {
    eventId,
    name: 'Vũ Ngọc Tâm',
    position: { vi: 'Nhà nghiên cứu', original: 'vi' as const },
  })
  const gone = await addPerson(system(), {
    eventId,
    name: 'Tam Vu',
    email: 'tam@example.org',
    otherNames: 'Tâm Vũ',
    position: { en: 'Researcher', original: 'en' as const },
  })
  return { ...made, eventId, kept, gone }
}

const rowOf = async (id: string) => {
  const [row] = await db.select().from(person).where(eq(person.id, id))
  if (!row) throw new Error('no such person')
  const { revision, ...rest } = row
  return rest
}

describe('merging two records', () => {
  it('fills what was blank, keeps the other name, and undoing gives both back exactly', async () => {
    const { ctx, eventId, kept, gone } = await table()
    const before = [await rowOf(kept.id), await rowOf(gone.id)]
    const [pair] = await listDuplicates(ctx, eventId)
    expect(pair).toMatchObject({ reason: 'part', kept: { id: kept.id }, gone: { id: gone.id } })
    const { mergeId } = await mergePeople(ctx, { eventId, keptId: kept.id, goneId: gone.id })
    expect(await rowOf(kept.id)).toMatchObject({
      name: 'Vũ Ngọc Tâm',
      otherNames: 'Tam Vu\nTâm Vũ',
      email: 'tam@example.org',
      position: { vi: 'Nhà nghiên cứu', en: 'Researcher', original: 'vi' },
    })
    expect((await rowOf(gone.id)).mergedIntoId).toBe(kept.id)
    expect(await listDuplicates(ctx, eventId)).toEqual([])
    expect((await listMerges(ctx, eventId)).map(({ id }) => id)).toEqual([mergeId])
    await undoMerge(ctx, { eventId, mergeId })
    expect([await rowOf(kept.id), await rowOf(gone.id)]).toEqual(before)
    await expect(undoMerge(ctx, { eventId, mergeId })).rejects.toMatchObject({ code: 'merge-undone' })
  })

  it('shows the kept one once where both sat', async () => {
    const { ctx, event, eventId, kept, gone } = await table()
    await session(event, [gone, kept])
    await mergePeople(ctx, { eventId, keptId: kept.id, goneId: gone.id })
    const draft = await withTransaction((tx) => getDraftRows(tx, eventId))
    expect(draft.appearances.map((one) => one.personId)).toEqual([kept.id])
    expect(draft.people.map((one) => one.id)).toEqual([kept.id])
    const [shown] = await listDraftSessions(eventId)
    expect(shown?.appearances.map((one) => one.personId)).toEqual([kept.id])
  })

  it('leads every earlier record to the one that is left, and back', async () => {
    const { ctx, eventId, kept, gone } = await table()
    const last = await addPerson(system(), { eventId, name: 'Tâm' })
    await mergePeople(ctx, { eventId, keptId: kept.id, goneId: gone.id })
    const { mergeId } = await mergePeople(ctx, { eventId, keptId: last.id, goneId: kept.id })
    expect((await rowOf(gone.id)).mergedIntoId).toBe(last.id)
    await undoMerge(ctx, { eventId, mergeId })
    expect((await rowOf(gone.id)).mergedIntoId).toBe(kept.id)
  })

  it('keeps what was written since, when it is undone', async () => {
    const { ctx, eventId, kept, gone } = await table()
    const { mergeId } = await mergePeople(ctx, { eventId, keptId: kept.id, goneId: gone.id })
    await db.update(person).set({ email: 'new@example.org' }).where(eq(person.id, kept.id))
    await undoMerge(ctx, { eventId, mergeId })
    expect(await rowOf(kept.id)).toMatchObject({ email: 'new@example.org', otherNames: '' })
  })

  it('is for those alone who know both, and may', async () => {
    const { ctx, body, eventId, kept, gone } = await table()
    const ids = { eventId, keptId: kept.id, goneId: gone.id }
    const rapporteur = signedIn(await memberOf(body, 'rapporteur'))
    await expect(mergePeople(rapporteur, ids)).rejects.toMatchObject({ kind: 'rights' })
    await expect(mergePeople(ctx, { ...ids, goneId: kept.id })).rejects.toMatchObject({ kind: 'invalid' })
    const neighbour = await organization()
    await db.delete(acquaintance).where(eq(acquaintance.personId, gone.id))
    await db.delete(eventPerson).where(eq(eventPerson.personId, gone.id))
    await db.insert(acquaintance).values({ organizationId: neighbour.id, personId: gone.id })
    await expect(mergePeople(ctx, ids)).rejects.toMatchObject({ kind: 'missing' })
    expect((await rowOf(gone.id)).mergedIntoId).toBeNull()
  })
})
