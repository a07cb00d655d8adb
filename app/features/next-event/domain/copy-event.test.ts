import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { listCues } from '#app/features/live/domain/cues.server.ts'
import { setActionDone } from '#app/features/notes/domain/actions.server.ts'
import { remindOfActions } from '#app/features/notes/domain/remind-of-actions.server.ts'
import { listEventNotes, listPublicNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import {
  event as events,
  guestCategory,
  host,
  hostRequest,
  invitation,
  outbox,
  session as sessions,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { copyEvent } from './copy-event.server.ts'
import { daysUntil, shiftedTime } from './shifted-time.ts'

await testDatabase()

describe('times of the next event', () => {
  const boston = 'America/New_York'
  test.each([
    ['in the same half of the year', '2025-03-11T22:00:00Z', 364, '2026-03-10T22:00:00Z'],
    ['into winter time', '2025-03-11T22:00:00Z', 250, '2025-11-16T23:00:00Z'],
    ['back into the day before the change', '2025-03-11T22:00:00Z', -4, '2025-03-07T23:00:00Z'],
    ['into an hour that does not exist', '2025-03-02T07:30:00Z', 7, '2025-03-09T07:30:00Z'],
  ])('%s', (_, from, days, to) => {
    expect(shiftedTime(new Date(from), days, boston).toISOString()).toBe(new Date(to).toISOString())
  })

  test('days are those of the event’s own calendar', () => {
    expect(daysUntil('2025-03-12', new Date('2025-03-12T01:00:00Z'), boston)).toBe(1)
    expect(daysUntil('2026-03-11', new Date('2025-03-11T22:00:00Z'), boston)).toBe(365)
  })
})

async function earlier() {
  const [body, other] = [await organization(), await organization()]
  const of = await event({ hosts: [body, other], publishedAt: new Date() })
  await category(of, { name: { vi: 'Báo chí', en: 'Press' }, capacity: 5, confirmed: 3 })
  const room = await addRoom(system(), { eventId: of.id, name: write({ vi: 'Phòng lớn', en: 'Hall' }) })
  const talk = await sessionOf(of, { from: 30, minutes: 45, roomId: room.id })
  const speaker = await addPerson(system(), { eventId: of.id, name: 'Vũ Ngọc Tâm', email: 'tam@example.org' })
  await addAppearance(system(), { sessionId: talk.id, personId: speaker.id, role: 'speaker', minutes: 20 })
  const action = (values: object = {}) =>
    noteOf(of, { kind: 'action', ownerId: speaker.id, dueOn: '2027-05-01', ...values })
  const next = (values: object = {}) => ({
    eventId: of.id,
    organizationId: body.id,
    title: { vi: 'Lần hai', en: 'Second' },
    slug: `next-${nextNumber()}`,
    day: '2028-02-01',
    agenda: true,
    categories: true,
    actions: true,
    ...values,
  })
  return { body, other, of, talk, speaker, action, next }
}

test('agenda, roles and categories come along, shifted, without registrations; the other hosts are asked, no speaker is', async () => {
  const { of, body, other, speaker, next } = await earlier()
  const admin = signedIn(await memberOf(body, 'admin'))
  const made = await copyEvent(admin, next())
  const [row] = await database().select().from(events).where(eq(events.id, made.id))
  expect(row).toMatchObject({ copiedFromId: of.id, publishedAt: null, seated: 0, title: { vi: 'Lần hai' } })
  const days = daysUntil('2028-02-01', of.startsAt, of.timeZone)
  expect(row?.startsAt).toEqual(shiftedTime(of.startsAt, days, of.timeZone))
  const [talk] = await listDraftSessions(made.id)
  const starts = shiftedTime(new Date(of.startsAt.getTime() + 30 * 60_000), days, of.timeZone)
  expect(talk).toMatchObject({
    startsAt: starts.toISOString(),
    appearances: [{ personId: speaker.id, role: 'speaker', minutes: 20, deputyForId: null }],
  })
  expect(talk?.roomId).not.toBeNull()
  const categories = await database().select().from(guestCategory).where(eq(guestCategory.eventId, made.id))
  expect(categories.find((one) => one.name.en === 'Press')).toMatchObject({ capacity: 5, confirmed: 0 })
  const bodies = await database()
    .select({ id: host.organizationId })
    .from(host)
    .where(eq(host.eventId, made.id))
    .orderBy(asc(host.position))
  expect(bodies.map((one) => one.id)).toEqual([body.id])
  const asked = await database().select().from(hostRequest).where(eq(hostRequest.eventId, made.id))
  expect(asked).toMatchObject([
    { organizationId: other.id, askedById: admin.actor.kind === 'account' && admin.actor.accountId },
  ])
  expect(await database().$count(outbox, eq(outbox.eventId, made.id))).toBe(0)
  expect(await database().$count(invitation, eq(invitation.personId, speaker.id))).toBe(0)
})

test('what is not ticked stays behind', async () => {
  const { body, next } = await earlier()
  const ctx = signedIn(await memberOf(body, 'admin'))
  const made = await copyEvent(ctx, next({ agenda: false, categories: false, actions: false }))
  expect(await listDraftSessions(made.id)).toEqual([])
  const categories = await database().select().from(guestCategory).where(eq(guestCategory.eventId, made.id))
  expect(categories.map((one) => one.name.en)).toEqual(['Guest'])
})

describe('open actions', () => {
  test('return as actions and on the agenda; done, removed and secret ones do not tell readers anything', async () => {
    const { body, action, next, speaker } = await earlier()
    const { id } = await action({ text: write({ vi: 'Gửi danh sách', en: 'Send the list' }) })
    await action({ text: write({ vi: 'Đã xong', en: 'Done' }), doneAt: new Date() })
    await action({ text: write({ vi: 'Đã bỏ', en: 'Gone' }), removedAt: new Date() })
    await action({ text: write({ vi: 'Kín', en: 'Secret' }), offRecord: true })
    const made = await copyEvent(signedIn(await memberOf(body, 'admin')), next())
    const carried = await listEventNotes(made.id)
    expect(carried.map((one) => one.text.en).sort()).toEqual(['Secret', 'Send the list'])
    const list = carried.find((one) => one.text.en === 'Send the list')
    expect(list).toMatchObject({ carriedFromId: id, ownerId: speaker.id, dueOn: '2027-05-01', doneAt: null })
    const open = (await listDraftSessions(made.id)).find((one) => one.startsAt === null)
    expect(open?.title.vi).toContain('Việc còn lại từ')
    expect(open?.abstract).toMatchObject({ vi: 'Gửi danh sách', en: 'Send the list' })
    const [cue] = await listCues(open?.id ?? '')
    expect(cue?.questions.en).toBe('– Send the list\n– Secret')
  })

  test('of a session off the record stay off the record, though the new one knows no such session', async () => {
    const { body, talk, action, next } = await earlier()
    await action({ sessionId: talk.id, text: write({ vi: 'Kín cả phiên', en: 'Said in confidence' }) })
    await database().update(sessions).set({ offRecord: true }).where(eq(sessions.id, talk.id))
    const made = await copyEvent(signedIn(await memberOf(body, 'admin')), next())
    expect(await listEventNotes(made.id)).toMatchObject([{ offRecord: true, sessionId: null }])
    expect(await listPublicNotes(made.id)).toEqual([])
    const open = (await listDraftSessions(made.id)).find((one) => one.startsAt === null)
    expect(open?.abstract).toEqual({})
  })

  test('an owner whom the new host does not know goes along by name; words of somebody stay private', async () => {
    const { of, other, action, speaker, next } = await earlier()
    await action({ personId: speaker.id, text: write({ vi: 'Lời chưa duyệt', en: 'Unapproved' }) })
    const stranger = await organization()
    await database().insert(host).values({ eventId: of.id, organizationId: stranger.id, position: 9 })
    void other
    const organizer = signedIn(await memberOf(stranger, 'organizer'))
    const made = await copyEvent(organizer, next({ organizationId: stranger.id }))
    const [carried] = await listEventNotes(made.id)
    expect(carried).toMatchObject({ ownerId: null, ownerName: 'Vũ Ngọc Tâm', personId: null })
    expect(await listPublicNotes(made.id)).toEqual([])
    const drafted = await listDraftSessions(made.id)
    expect(drafted.find((one) => one.startsAt === null)?.abstract).toEqual({})
    expect(drafted.flatMap((one) => one.appearances)).toEqual([])
  })
})

test('an owner is told of what was taken along once, by the event that readers know, until it is done', async () => {
  const { of, body, action, next } = await earlier()
  const { id } = await action({ dueOn: '2027-05-01' })
  const made = await copyEvent(signedIn(await memberOf(body, 'admin')), next())
  const [carried] = await listEventNotes(made.id)
  let week = 0
  const toldBy = async () => {
    await database().delete(outbox)
    week += 1
    await remindOfActions(system(new Date(Date.parse('2027-05-01T12:00:00Z') + week * 8 * 86_400_000)))
    const mails = await database().select().from(outbox)
    return mails.flatMap(({ eventId }) => (eventId === of.id || eventId === made.id ? [eventId] : []))
  }
  expect(await toldBy()).toEqual([of.id])
  await database().update(events).set({ publishedAt: new Date() }).where(eq(events.id, made.id))
  expect(await toldBy()).toEqual([made.id])
  const markDone = (eventId: string, noteId: string, isDone: boolean) =>
    setActionDone(system(), { eventId, noteId, isDone })
  await markDone(of.id, id, true)
  expect(await toldBy()).toEqual([])
  await markDone(of.id, id, false)
  await markDone(made.id, carried?.id ?? '', true)
  expect(await toldBy()).toEqual([])
})

test('only for an organization of one’s own, and from an event one may edit', async () => {
  const { body, other, next } = await earlier()
  const organizer = signedIn(await memberOf(body, 'organizer'))
  await expect(copyEvent(organizer, next({ organizationId: other.id }))).rejects.toMatchObject({
    kind: 'missing',
  })
  const door = signedIn(await memberOf(body, 'door'))
  await expect(copyEvent(door, next())).rejects.toMatchObject({ kind: 'rights' })
})
