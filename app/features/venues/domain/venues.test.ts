import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { copyEvent } from '#app/features/next-event/domain/copy-event.server.ts'
import { act, activity, event as events, outbox, room, venue } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { addVenue } from './add-venue.server.ts'
import { venueProblem } from './check-venue.ts'
import { chooseMainVenue } from './choose-main-venue.server.ts'
import { editVenue } from './edit-venue.server.ts'
import { getVenue } from './find-venue.server.ts'
import { removeVenue } from './remove-venue.server.ts'
import { sessionsAt } from './sessions-at.ts'
import type { VenueDetails } from './venue-details.ts'

const { db } = await testDatabase()

const cinema: VenueDetails = {
  name: { vi: 'Rạp Lê Độ', en: 'Lê Độ Cinema' },
  address: '46 Trần Phú',
  city: { vi: 'Đà Nẵng', en: 'Da Nang' },
  country: 'VN',
  latitude: 16.0678,
  longitude: 108.2237,
  wayThere: { vi: 'Mười phút đi bộ từ cầu Rồng.' },
  entrance: {},
  parking: {},
  stepFree: 'yes',
  lift: null,
}

const mailsOf = (eventId: string) => db.select().from(outbox).where(eq(outbox.eventId, eventId))

describe('what cannot be right about a venue', () => {
  it.each<[string, Partial<VenueDetails>, string | null]>([
    ['nothing', {}, null],
    ['an address alone is a name', { name: {} }, null],
    ['neither name nor address', { name: {}, address: '' }, 'name.vi'],
    ['one coordinate', { longitude: null }, 'longitude'],
    ['the other one', { latitude: null }, 'latitude'],
    ['no coordinates', { latitude: null, longitude: null }, null],
    ['the pole', { latitude: 90, longitude: -180 }, null],
    ['beyond the pole', { latitude: 90.1 }, 'latitude'],
    ['beyond the date line', { longitude: 180.5 }, 'longitude'],
  ])('%s', (_, changed, field) => {
    expect(venueProblem({ ...cinema, ...changed })?.field ?? null).toBe(field)
  })
})

describe('a venue', () => {
  it('is added with an address of its own, by whoever may edit the event', async () => {
    const { ctx, event: made, body } = await organizedEvent()
    const one = await addVenue(ctx, { eventId: made.id, details: cinema })
    const two = await addVenue(ctx, { eventId: made.id, details: cinema })
    expect([one.slug, two.slug, one.position, two.position]).toEqual(['le-do-cinema', 'le-do-cinema-2', 2, 3])
    expect(await db.select().from(activity).where(eq(activity.subjectId, one.id))).toMatchObject([
      { verb: 'venue.added', subjectName: 'Rạp Lê Độ' },
    ])
    const input = { eventId: made.id, details: cinema }
    await expect(addVenue(visitor(), input)).rejects.toThrow()
    await expect(addVenue(signedIn(await memberOf(body, 'door')), input)).rejects.toThrow('right-missing')
    await expect(addVenue(signedIn(await memberOf(await organization())), input)).rejects.toThrow()
  })

  it('of an event that had none is its main one', async () => {
    const made = await event()
    await db.update(events).set({ venueId: null }).where(eq(events.id, made.id))
    const one = await addVenue(system(), { eventId: made.id, details: cinema })
    expect(await getVenue(made.id, one.id)).toMatchObject({ isMain: true })
  })

  it('has the rooms that are in it, and the main one those that say nothing', async () => {
    const made = await event()
    const one = await addVenue(system(), { eventId: made.id, details: cinema })
    const own = await addRoom(system(), { eventId: made.id, name: { vi: 'Một' }, venueId: one.id })
    const none = await addRoom(system(), { eventId: made.id, name: { vi: 'Hai' } })
    expect(await listVenues(made.id)).toMatchObject([
      { isMain: true, roomIds: [none.id] },
      { id: one.id, isMain: false, roomIds: [own.id] },
    ])
    const elsewhere = await addVenue(system(), { eventId: (await event()).id, details: cinema })
    const foreign = { eventId: made.id, name: { vi: 'Ba' }, venueId: elsewhere.id }
    await expect(addRoom(system(), foreign)).rejects.toThrow('venue-missing')
  })

  it('that is edited keeps its address on our pages; one that was saved since is asked about', async () => {
    const { ctx, event: made } = await organizedEvent()
    const { id } = await addVenue(ctx, { eventId: made.id, details: cinema })
    const seen = await getVenue(made.id, id)
    const at = { eventId: made.id, venueId: id, seen }
    expect(await editVenue(ctx, { ...at, details: cinema })).toBe(false)
    const lift = { ...cinema, name: { vi: 'Rạp Lê Độ mới', en: 'New Lê Độ' }, lift: 'no' as const }
    expect(await editVenue(ctx, { ...at, details: lift })).toBe(true)
    expect(await getVenue(made.id, id)).toMatchObject({ lift: 'no', slug: 'le-do-cinema', latitude: 16.0678 })
    await expect(editVenue(ctx, { ...at, details: cinema })).rejects.toMatchObject({
      code: 'saved-by-other',
      stored: { lift: 'no', isMain: false },
    })
    const [last] = await db
      .select()
      .from(activity)
      .where(and(eq(activity.subjectId, id), eq(activity.verb, 'venue.edited')))
    expect(last?.details).toMatchObject({ fields: ['name', 'lift'] })
    expect(await mailsOf(made.id)).toEqual([])
  })

  it('that is the main one tells whoever has a seat where the event is now, once', async () => {
    const { ctx, event: made } = await organizedEvent()
    await registration(made.guest, { state: 'confirmed' })
    const seen = await getVenue(made.id, made.venueId ?? '')
    const at = { eventId: made.id, venueId: seen.id }
    const same = { ...seen, wayThere: { en: 'From the square' } }
    await editVenue(ctx, { ...at, seen, details: same })
    expect(await mailsOf(made.id)).toEqual([])
    const again = await getVenue(made.id, seen.id)
    await editVenue(ctx, { ...at, seen: again, details: { ...again, address: '7 Harvard Yard' } })
    expect(await mailsOf(made.id)).toMatchObject([
      { kind: 'changed', facts: { previous: { place: { address: '1 Harvard Yard' } } } },
    ])
    const [now] = await db.select().from(events).where(eq(events.id, made.id))
    expect(now?.revision).toBe(made.revision + 2)
  })
})

describe('the main venue', () => {
  it('is another by choice: seats are told, and rooms stay where they are', async () => {
    const { ctx, event: made } = await organizedEvent()
    await registration(made.guest, { state: 'confirmed' })
    const one = await addVenue(ctx, { eventId: made.id, details: cinema })
    const hall = await addRoom(ctx, { eventId: made.id, name: { vi: 'Sảnh' } })
    const at = { eventId: made.id, venueId: one.id }
    await chooseMainVenue(ctx, at)
    expect(await listVenues(made.id)).toMatchObject([
      { id: one.id, isMain: true, roomIds: [] },
      { id: made.venueId, isMain: false, roomIds: [hall.id] },
    ])
    expect(await mailsOf(made.id)).toMatchObject([{ kind: 'changed' }])
    await chooseMainVenue(ctx, at)
    expect(await mailsOf(made.id)).toHaveLength(1)
    await expect(removeVenue(ctx, at)).rejects.toThrow('venue-is-main')
  })
})

describe('a venue that is taken away', () => {
  it('leaves its rooms at the main one, and comes back with them by undoing', async () => {
    const { ctx, event: made } = await organizedEvent()
    const { id } = await addVenue(ctx, { eventId: made.id, details: cinema })
    const own = await addRoom(ctx, { eventId: made.id, name: { vi: 'Một' }, venueId: id })
    const before = await listVenues(made.id)
    const performed = await performAct(ctx, {
      act: { eventId: made.id, verb: 'venue.removed' },
      answered: unasked,
      work: () => removeVenue(ctx, { eventId: made.id, venueId: id }),
    })
    expect(performed).toMatchObject({ done: true })
    expect(await listVenues(made.id)).toMatchObject([{ isMain: true, roomIds: [own.id] }])
    const [done] = await db.select().from(act).where(eq(act.eventId, made.id))
    await undoAct(ctx, done?.id ?? '')
    expect(await listVenues(made.id)).toEqual(before)
    await expect(removeVenue(ctx, { eventId: made.id, venueId: own.id })).rejects.toThrow('venue-missing')
  })
})

describe('the next event', () => {
  it('has houses and rooms of its own, with everything that is known of them', async () => {
    const { ctx, body, event: made } = await organizedEvent()
    const one = await addVenue(ctx, { eventId: made.id, details: cinema })
    await addRoom(ctx, { eventId: made.id, name: { vi: 'Một' }, venueId: one.id })
    await addRoom(ctx, { eventId: made.id, name: { vi: 'Hai' } })
    const parts = { agenda: true, categories: false, actions: false }
    const title = { vi: 'Năm sau', en: 'Next year' }
    const day = '2030-05-05'
    const copy = await copyEvent(ctx, {
      eventId: made.id,
      organizationId: body.id,
      title,
      slug: '',
      day,
      ...parts,
    })
    const [main, house, ...others] = await listVenues(copy.id)
    expect(others).toEqual([])
    expect(main).toMatchObject({ isMain: true, address: '1 Harvard Yard' })
    expect(house).toMatchObject({
      slug: one.slug,
      latitude: 16.0678,
      stepFree: 'yes',
      wayThere: one.wayThere,
    })
    expect(house?.id).not.toBe(one.id)
    const rooms = await db.select().from(room).where(eq(room.eventId, copy.id)).orderBy(room.position)
    expect(rooms).toMatchObject([{ venueId: house?.id }, { venueId: null }])
    expect(await db.$count(venue, eq(venue.eventId, made.id))).toBe(2)
  })
})

it('what takes place at a venue is what its rooms hold, and at the main one what has no room', () => {
  const session = (id: string, roomId: string | null) => ({ id, roomId })
  const sessions = [session('a', 'one'), session('b', null), session('c', 'two'), session('d', 'gone')]
  const agenda = { sessions } as Parameters<typeof sessionsAt>[1]
  const at = (isMain: boolean, roomIds: string[]) =>
    sessionsAt({ isMain, roomIds }, agenda).map(({ id }) => id)
  expect(at(false, ['one'])).toEqual(['a'])
  expect(at(true, ['two'])).toEqual(['b', 'c'])
  expect(at(false, [])).toEqual([])
})
