import { describe, expect, it } from 'vitest'
import { activity } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { addPerson } from '../add-person.server.ts'
import { listDistinct, markDistinct, unmarkDistinct } from './distinct-people.server.ts'
import { listDuplicates, listLikely } from './duplicates.server.ts'
import { mergePeople } from './merge-people.server.ts'

const { db } = await testDatabase()

async function namesakes() {
  const made = await organizedEvent()
  const eventId = made.event.id
  const one = await addPerson(system(), { eventId, name: 'Nguyễn Thị Hoa' })
  const other = await addPerson(system(), { eventId, name: 'Nguyen Thi Hoa' })
  return { ...made, eventId, one, other }
}

const likely = (eventId: string, { id }: { id: string }) =>
  listLikely(system(), eventId, { id, name: 'Nguyễn Thị Hoa', otherNames: '', email: null })

describe('two people who look like one', () => {
  it('are not suggested again, in either order and on their own pages, until it is taken back', async () => {
    const { ctx, eventId, one, other } = await namesakes()
    const pair = { eventId, personId: one.id, otherId: other.id }
    expect(await listDuplicates(ctx, eventId)).toHaveLength(1)
    expect(await likely(eventId, one)).toHaveLength(1)
    await markDistinct(ctx, pair)
    await markDistinct(ctx, { ...pair, personId: other.id, otherId: one.id })
    expect(await listDuplicates(ctx, eventId)).toEqual([])
    expect(await likely(eventId, one)).toEqual([])
    expect(await listDistinct(ctx, eventId)).toHaveLength(1)
    await unmarkDistinct(ctx, pair)
    expect(await listDistinct(ctx, eventId)).toEqual([])
    expect(await listDuplicates(ctx, eventId)).toHaveLength(1)
    const verbs = (await db.select({ verb: activity.verb }).from(activity)).map(({ verb }) => verb)
    expect(verbs.filter((verb) => /told-apart|maybe-one/.test(verb))).toEqual([
      'person.told-apart',
      'person.maybe-one',
    ])
  })

  it('can still be merged by whoever knows better, and leave no pair behind', async () => {
    const { ctx, eventId, one, other } = await namesakes()
    await markDistinct(ctx, { eventId, personId: one.id, otherId: other.id })
    await mergePeople(ctx, { eventId, keptId: one.id, goneId: other.id })
    expect(await listDistinct(ctx, eventId)).toEqual([])
  })

  it('are told apart by hosts who know both alone', async () => {
    const { ctx, eventId, one } = await namesakes()
    const { other: stranger } = await namesakes()
    const pair = { eventId, personId: one.id, otherId: stranger.id }
    await expect(markDistinct(ctx, pair)).rejects.toMatchObject({ code: 'person-missing' })
    await expect(markDistinct(ctx, { ...pair, otherId: one.id })).rejects.toMatchObject({
      code: 'person-merge-self',
    })
  })
})
