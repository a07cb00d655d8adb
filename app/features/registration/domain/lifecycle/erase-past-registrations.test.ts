import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { editPerson } from '#app/features/people/domain/edit-person.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import { act, activity, event as events, outbox, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { erasePastRegistrations } from './erase-past-registrations.server.ts'
import { registerAttendee } from './register-attendee.server.ts'

await testDatabase()

it('erases who attended when the retention date has passed, and nobody else', async () => {
  const [past, kept] = [await event(), await event()]
  const wish = {
    organization: '',
    position: '',
    language: 'vi',
    category: 'guest',
    code: '',
    consent: true,
  } as const
  for (const { slug } of [past, kept]) {
    await registerAttendee(visitor(), slug, { ...wish, name: 'Vũ Ngọc Tâm', email: 'tam@example.org' })
  }
  await database()
    .update(events)
    .set({ retainUntil: new Date(Date.now() - 1000) })
  // Even with a day set too early, nobody is erased who is still to come.
  expect(await erasePastRegistrations(system())).toBe(0)
  await database()
    .update(events)
    .set({ startsAt: new Date(Date.now() - 3000), endsAt: new Date(Date.now() - 2000) })
    .where(eq(events.id, past.id))
  expect(await erasePastRegistrations(system())).toBe(1)
  expect(await erasePastRegistrations(system())).toBe(0)
  const [gone] = await database().select().from(registration).where(eq(registration.eventId, past.id))
  expect(JSON.stringify(gone)).not.toMatch(/Tâm|tam@/)
  expect(await database().select().from(outbox).where(eq(outbox.eventId, past.id))).toHaveLength(0)
  const [stays] = await database().select().from(registration).where(eq(registration.eventId, kept.id))
  expect(stays?.name).toBe('Vũ Ngọc Tâm')
})

it('forgets with them what was written about people in edits, and keeps that somebody edited', async () => {
  const [past, kept] = [await event(), await event()]
  const none = { vi: '', en: '', confirmed: false }
  for (const { id: eventId } of [past, kept]) {
    const one = await addPerson(system(), { eventId, name: 'Vũ Ngọc Tâm', position: { vi: 'Nhà thơ' } })
    const details = {
      name: 'Vũ Ngọc Tâm',
      otherNames: '',
      honorific: none,
      position: { ...none, vi: 'Họa sĩ' },
      affiliation: none,
      biography: none,
      precedence: null,
      pronunciation: '',
      email: '',
      assistantEmail: '',
      locale: 'vi' as const,
      timeZone: '',
    }
    await editPerson(system(), { eventId, personId: one.id, revision: 1, details })
  }
  await database()
    .update(events)
    .set({
      startsAt: new Date(Date.now() - 3000),
      endsAt: new Date(Date.now() - 2000),
      retainUntil: new Date(Date.now() - 1000),
    })
    .where(eq(events.id, past.id))
  await erasePastRegistrations(system())
  const edits = async (eventId: string) =>
    database()
      .select()
      .from(activity)
      .where(and(eq(activity.eventId, eventId), eq(activity.verb, 'person.edited')))
  const [[gone], [stays]] = [await edits(past.id), await edits(kept.id)]
  expect(gone?.details).toEqual({ fields: ['position'] })
  expect(JSON.stringify(stays?.details)).toMatch(/Họa sĩ.*Nhà thơ/)
})

it('forgets with them what was done to them, done and taken back, and whom it did not tell', async () => {
  const [past, kept] = [await event(), await event()]
  const heldBack = [{ name: 'Vũ Ngọc Tâm', email: 'tam@example.org', reason: 'Đã gọi điện' }]
  for (const { id: eventId } of [past, kept]) {
    const done = { eventId, actorName: 'Lan', heldUntil: new Date(), heldBack }
    await database()
      .insert(act)
      .values([
        { ...done, verb: 'registration.cancelled', subjectName: 'Vũ Ngọc Tâm' },
        { ...done, verb: 'room.removed', subjectName: 'Phòng A' },
      ])
    const undone = { verb: 'act.undone', eventId, subjectName: 'Vũ Ngọc Tâm' }
    await recordActivity(system(), { ...undone, details: { undone: 'registration.cancelled' } })
  }
  const ended = { startsAt: new Date(0), endsAt: new Date(1), retainUntil: new Date(2) }
  await database().update(events).set(ended).where(eq(events.id, past.id))
  await erasePastRegistrations(system())
  const acts = async (eventId: string) => database().select().from(act).where(eq(act.eventId, eventId))
  expect((await acts(past.id)).map(({ subjectName }) => subjectName).sort()).toEqual(['', 'Phòng A'])
  expect((await acts(past.id)).flatMap((one) => one.heldBack)).toEqual([])
  expect((await acts(kept.id)).flatMap((one) => one.heldBack)).toHaveLength(2)
  const undone = await database().select().from(activity).where(eq(activity.verb, 'act.undone'))
  const names = undone.map(({ eventId, subjectName }) => [eventId === past.id, subjectName])
  expect(names.sort()).toEqual([
    [false, 'Vũ Ngọc Tâm'],
    [true, ''],
  ])
})
