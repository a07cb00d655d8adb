import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { activity, guestCategory, guestTag, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { category, organizedEvent } from '#tests/factories/events.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { correctRegistration } from './correct-registration.server.ts'
import type { GuestDetails } from './guest-details.ts'
import { getGuest, listGuestTags } from './guests.server.ts'

const { db } = await testDatabase()

async function desk(pressSeats = 1) {
  const world = await organizedEvent()
  const press = await category(world.event, { code: 'press', capacity: pressSeats, position: 2 })
  return { ...world, press }
}
type Desk = Awaited<ReturnType<typeof desk>>

async function correct({ ctx, event }: Desk, registrationId: string, over: Partial<GuestDetails>) {
  const { revision, ...guest } = await getGuest(ctx, event.id, registrationId)
  const { name, organization, position, language, isVip, note, tags } = guest
  const details = {
    name,
    organization,
    position,
    language,
    category: guest.category,
    isVip,
    note,
    tags,
    ...over,
  }
  return correctRegistration(ctx, { eventId: event.id, registrationId, revision, details })
}

const mailsOf = async (id: string) =>
  (await db.select().from(outbox).where(eq(outbox.registrationId, id))).map(({ kind }) => kind)
const countsOf = async (id: string) => {
  const [row] = await db.select().from(guestCategory).where(eq(guestCategory.id, id))
  return row && { confirmed: row.confirmed, waitlisted: row.waitlisted }
}

describe('correcting a guest', () => {
  it('saves everything with its old and new words, mails nobody, and does nothing twice', async () => {
    const at = await desk()
    const row = await registration(at.event.guest, { name: 'Lan', note: '' })
    const over = { name: 'Lan Anh', organization: 'VFDA', language: 'en' as const, isVip: true }
    await correct(at, row.id, { ...over, tags: ['Xe số 1', 'tiệc tối'], note: 'Dị ứng lạc' })
    expect(await getGuest(at.ctx, at.event.id, row.id)).toMatchObject({
      ...over,
      tags: ['tiệc tối', 'Xe số 1'],
      note: 'Dị ứng lạc',
    })
    const [entry] = await db.select().from(activity).where(eq(activity.subjectId, row.id))
    expect(entry).toMatchObject({ verb: 'registration.corrected', subjectName: 'Lan Anh' })
    expect(entry?.details).toMatchObject({
      fields: ['name', 'organization', 'language', 'isVip', 'tags', 'note'],
      changes: [
        { field: 'name', from: 'Lan', to: 'Lan Anh' },
        { field: 'affiliation', from: '', to: 'VFDA' },
        { field: 'locale', from: 'vi', to: 'en' },
        { field: 'vip', from: false, to: true },
        { field: 'tags', from: [], to: ['tiệc tối', 'Xe số 1'] },
      ],
    })
    expect(JSON.stringify(entry)).not.toContain('lạc')
    expect(await mailsOf(row.id)).toEqual([])
    await correct(at, row.id, {})
    expect(await db.$count(activity, eq(activity.subjectId, row.id))).toBe(1)
  })

  it('shares a tag whatever its case, and forgets one that nobody has', async () => {
    const at = await desk()
    const [one, two] = [await registration(at.event.guest), await registration(at.event.guest)]
    await correct(at, one.id, { tags: ['Xe số 1', 'tiệc'] })
    await correct(at, two.id, { tags: ['xe SỐ 1'] })
    expect(await listGuestTags(at.event.id)).toEqual(['tiệc', 'Xe số 1'])
    await correct(at, one.id, { tags: ['Xe số 1'] })
    expect(await listGuestTags(at.event.id)).toEqual(['Xe số 1'])
    expect(await db.$count(guestTag, eq(guestTag.eventId, at.event.id))).toBe(1)
  })

  it('moves a seat where one is free, counted on both sides, with a mail that says so', async () => {
    const at = await desk()
    const [first, second] = [await registration(at.event.guest), await registration(at.event.guest)]
    await correct(at, first.id, { category: 'press' })
    expect(await countsOf(at.press.id)).toMatchObject({ confirmed: 1 })
    expect(await countsOf(at.event.guest.id)).toMatchObject({ confirmed: 1 })
    expect(await mailsOf(first.id)).toEqual(['confirmed'])
    const [entry] = await db
      .select()
      .from(activity)
      .where(eq(activity.subjectId, first.id))
      .orderBy(desc(activity.id))
    expect(entry?.details.changes).toMatchObject([{ field: 'category', from: { vi: 'Khách mời' } }])
    await expect(correct(at, second.id, { category: 'press', name: 'Chi' })).rejects.toMatchObject({
      code: 'category-full',
    })
    expect(await getGuest(at.ctx, at.event.id, second.id)).toMatchObject({
      category: 'guest',
      name: second.name,
    })
  })

  it('moves nobody whose offer is open, and into no category of another event', async () => {
    const at = await desk()
    const row = await registration(at.event.guest, { state: 'offered' })
    await expect(correct(at, row.id, { category: 'press' })).rejects.toMatchObject({ code: 'state-changed' })
    await expect(correct(at, row.id, { category: 'elsewhere' })).rejects.toMatchObject({
      code: 'category-missing',
    })
  })

  it('is refused with what is stored when somebody saved since', async () => {
    const at = await desk()
    const row = await registration(at.event.guest)
    const { revision, ...seen } = await getGuest(at.ctx, at.event.id, row.id)
    await correct(at, row.id, { name: 'Bình' })
    const late = correctRegistration(at.ctx, {
      eventId: at.event.id,
      registrationId: row.id,
      revision,
      details: { ...seen, name: 'An' },
    })
    await expect(late).rejects.toBeInstanceOf(SavedByOther)
    await expect(late).rejects.toMatchObject({ stored: { name: 'Bình' } })
  })

  it('is taken back whole: names, tags and seats', async () => {
    const at = await desk()
    const row = await registration(at.event.guest, { name: 'Lan' })
    await correct(at, row.id, { tags: ['xe'] })
    const performed = await performAct(at.ctx, {
      act: { eventId: at.event.id, verb: 'registration.corrected', freesSeats: true },
      answered: unasked,
      work: () => correct(at, row.id, { name: 'Lan Anh', category: 'press', tags: ['tiệc'] }),
    })
    if (!performed.done || !performed.actId) throw new Error('It was not done')
    expect(await listGuestTags(at.event.id)).toEqual(['tiệc'])
    await undoAct(at.ctx, performed.actId)
    expect(await getGuest(at.ctx, at.event.id, row.id)).toMatchObject({
      name: 'Lan',
      category: 'guest',
      tags: ['xe'],
    })
    expect(await countsOf(at.press.id)).toMatchObject({ confirmed: 0 })
    expect(await mailsOf(row.id)).toEqual([])
  })

  it('is for organizers of the event', async () => {
    const at = await desk()
    const row = await registration(at.event.guest)
    const door = signedIn(await memberOf(at.body, 'door'))
    await expect(getGuest(door, at.event.id, row.id)).rejects.toBeInstanceOf(Refusal)
    await expect(correct({ ...at, ctx: door }, row.id, {})).rejects.toMatchObject({ code: 'right-missing' })
  })
})
