import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import {
  activity,
  event as events,
  guestCategory,
  outbox,
  registration as registrations,
} from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { approveRegistration } from '../lifecycle/approve-registration.server.ts'
import { cancelRegistration } from '../lifecycle/cancel-registration.server.ts'
import { seatBeyondCapacity } from './seat-beyond.server.ts'

const { db } = await testDatabase()

/** A hall of two seats, both taken, and a line of two. */
async function fullHall() {
  const at = await organizedEvent({ capacity: 2 })
  const { guest } = at.event
  await db.update(guestCategory).set({ capacity: 2 }).where(eq(guestCategory.id, guest.id))
  const [first, second] = [await registration(guest), await registration(guest)]
  const [next, last] = [
    await registration(guest, { state: 'waitlisted' }),
    await registration(guest, { state: 'waitlisted' }),
  ]
  const stateOf = async (id: string) =>
    (await db.select().from(registrations).where(eq(registrations.id, id)))[0]?.state
  const counts = async () => {
    const [row] = await db.select().from(guestCategory).where(eq(guestCategory.id, guest.id))
    const [hall] = await db.select().from(events).where(eq(events.id, at.event.id))
    return [row?.confirmed, row?.beyond, hall?.seated, hall?.beyond]
  }
  return { ...at, first, second, next, last, stateOf, counts }
}

describe('a seat beyond capacity', () => {
  it('is one more, with its reason in the record alone, and passes nobody', async () => {
    const at = await fullHall()
    await seatBeyondCapacity(at.ctx, at.event.id, at.last.id, 'Khách của Bộ')
    expect(await at.counts()).toEqual([3, 1, 3, 1])
    expect(await at.stateOf(at.next.id)).toBe('waitlisted')
    const [entry] = await db.select().from(activity).where(eq(activity.subjectId, at.last.id))
    expect(entry).toMatchObject({
      verb: 'registration.seated-beyond',
      details: { from: 'waitlisted', beyond: 'Khách của Bộ' },
    })
    const [mail] = await db.select().from(outbox).where(eq(outbox.registrationId, at.last.id))
    expect(mail?.kind).toBe('confirmed')
    expect(JSON.stringify(mail)).not.toContain('Khách của Bộ')
  })

  it('leaves the seats of others as they were: a seat that comes free is the next one’s', async () => {
    const at = await fullHall()
    await seatBeyondCapacity(at.ctx, at.event.id, at.last.id, 'Khách của Bộ')
    await cancelRegistration(at.ctx, at.event.id, at.first.id)
    expect(await at.stateOf(at.next.id)).toBe('offered')
    await cancelRegistration(at.ctx, at.event.id, at.last.id)
    expect(await at.counts()).toEqual([1, 0, 2, 0])
    const late = await registration(at.event.guest, { state: 'pending' })
    await approveRegistration(at.ctx, at.event.id, late.id)
    expect(await at.stateOf(late.id)).toBe('waitlisted')
  })

  it('is an ordinary one where a seat is free', async () => {
    const at = await organizedEvent({ capacity: 2 })
    const row = await registration(at.event.guest, { state: 'pending' })
    await seatBeyondCapacity(at.ctx, at.event.id, row.id, 'Khách của Bộ')
    const [stored] = await db.select().from(registrations).where(eq(registrations.id, row.id))
    expect(stored).toMatchObject({ state: 'confirmed', beyondCategory: false, beyondEvent: false })
  })

  it('is taken back with its counters', async () => {
    const at = await fullHall()
    const performed = await performAct(at.ctx, {
      act: { eventId: at.event.id, verb: 'registration.seated-beyond' },
      answered: unasked,
      work: () => seatBeyondCapacity(at.ctx, at.event.id, at.last.id, 'Nhầm'),
    })
    if (!performed.done || !performed.actId) throw new Error('It was not done')
    await undoAct(at.ctx, performed.actId)
    expect(await at.counts()).toEqual([2, 0, 2, 0])
    expect(await at.stateOf(at.last.id)).toBe('waitlisted')
  })

  it('needs a reason, and the right', async () => {
    const at = await fullHall()
    await expect(seatBeyondCapacity(at.ctx, at.event.id, at.last.id, ' ')).rejects.toMatchObject({
      code: 'seat-reason-missing',
    })
    const door = signedIn(await memberOf(at.body, 'door'))
    await expect(seatBeyondCapacity(door, at.event.id, at.last.id, 'Nào')).rejects.toMatchObject({
      code: 'right-missing',
    })
  })
})
