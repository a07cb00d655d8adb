import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cancelEvent } from '#app/features/events/domain/cancel-event.server.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { event as events, guestCategory, outbox, registration as registrations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { approveRegistration } from '../lifecycle/approve-registration.server.ts'
import { cancelOwnRegistration } from '../lifecycle/cancel-registration.server.ts'
import { changeCategory } from '../lifecycle/change-category.server.ts'
import { registerAttendee } from '../lifecycle/register-attendee.server.ts'
import { personalToken } from '../links/personal-link.server.ts'
import { acceptOffer } from '../seats/accept-offer.server.ts'
import { bringCompanions } from './bring-companions.server.ts'

await testDatabase()
const refused = (code: string) => expect.objectContaining({ code })

let made: Awaited<ReturnType<typeof event>>
beforeEach(async () => {
  made = await event()
  await database()
    .update(guestCategory)
    .set({ capacity: 4, companionLimit: 2 })
    .where(eq(guestCategory.id, made.guest.id))
})

async function guest(values: Parameters<typeof registration>[1] = {}) {
  const row = await registration(made.guest, values)
  return { ...row, token: personalToken(row.tokenSalt) }
}
const bring = (token: string, companions: number, names: string[] = []) =>
  bringCompanions(visitor(), token, { companions, names })

/** Seats as counted, beside what the rows add up to. */
async function seats() {
  const [of] = await database().select().from(events).where(eq(events.id, made.id))
  const [counted] = await database().select().from(guestCategory).where(eq(guestCategory.id, made.guest.id))
  const rows = await database().select().from(registrations).where(eq(registrations.eventId, made.id))
  const held = rows.filter(({ state }) => state === 'confirmed' || state === 'offered')
  const brought = rows.reduce((sum, { companions }) => sum + companions, 0)
  expect(of?.seated).toBe(held.length + brought)
  expect(counted?.companions).toBe(
    rows.filter((row) => row.categoryId === made.guest.id).reduce((sum, row) => sum + row.companions, 0),
  )
  return { seated: of?.seated, companions: counted?.companions }
}

describe('companions', () => {
  it('take seats of their own, up to what the category lets in, and give them back', async () => {
    const one = await guest()
    await bring(one.token, 2, ['Lê Minh', 'Trần An'])
    expect(await seats()).toEqual({ seated: 3, companions: 2 })
    await expect(bring(one.token, 3)).rejects.toEqual(refused('companions-too-many'))
    await bring(one.token, 1, ['Lê Minh'])
    expect(await seats()).toEqual({ seated: 2, companions: 1 })
    await bring(one.token, 0)
    expect(await seats()).toEqual({ seated: 1, companions: 0 })
  })

  it('come with whoever has a seat only, and never past the capacity or before those who wait', async () => {
    const one = await guest()
    await guest()
    await bring(one.token, 1)
    await expect(bring(one.token, 2)).resolves.toBeUndefined()
    const other = await guest({ state: 'waitlisted' })
    await expect(bring(other.token, 1)).rejects.toEqual(refused('companions-need-seat'))
    await bring(one.token, 0)
    // What was given back went to whoever waits.
    const [offered] = await database().select().from(registrations).where(eq(registrations.id, other.id))
    expect(offered?.state).toBe('offered')
    await expect(bring(one.token, 2)).rejects.toEqual(refused('companions-full'))
    await seats()
  })

  it('race for the last seats, and never more of them come than there are', async () => {
    const guests = [await guest(), await guest()]
    const answers = await Promise.allSettled(guests.map(({ token }) => bring(token, 2)))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await seats()).toEqual({ seated: 4, companions: 2 })
  })

  it('leave with their guest, in whatever way the seat is left', async () => {
    const press = await category(made, { code: 'press' })
    const [one, two] = [await guest(), await guest()]
    await bring(one.token, 1)
    await bring(two.token, 1)
    await cancelOwnRegistration(visitor(), one.token)
    expect(await seats()).toEqual({ seated: 2, companions: 1 })
    expect(await changeCategory(visitor(), two.token, { category: press.code, code: '' })).toBe('changed')
    expect(await seats()).toEqual({ seated: 1, companions: 0 })
    const three = await guest()
    await bring(three.token, 2)
    await cancelEvent(system(), { eventId: made.id, reason: '' })
    expect(await seats()).toEqual({ seated: 0, companions: 0 })
  })
})

describe('who registers with companions', () => {
  const wish = (email: string, companions: number) => ({
    name: 'Khách',
    email,
    organization: '',
    position: '',
    language: 'en' as const,
    category: 'guest',
    code: '',
    consent: true as const,
    companions,
    companionNames: ['Lê Minh'].slice(0, companions),
  })
  const register = (email: string, companions: number) =>
    registerAttendee(visitor('en'), made.slug, wish(email, companions))
  const registered = async (email: string) => {
    const [row] = await database()
      .select()
      .from(registrations)
      .where(and(eq(registrations.eventId, made.id), eq(registrations.email, email)))
    if (!row) throw new Error(`${email} is not registered`)
    return row
  }
  const tokenOf = async (email: string) => personalToken((await registered(email)).tokenSalt)
  const wishes = async () => {
    const rows = await database().select().from(registrations).where(eq(registrations.eventId, made.id))
    return Object.fromEntries(rows.map((row) => [row.email, row.wishedCompanions]))
  }
  const textTo = async (email: string) => {
    const to = and(eq(outbox.eventId, made.id), eq(outbox.recipientEmail, email))
    const [mail] = await database().select().from(outbox).where(to)
    if (!mail) throw new Error('no mail')
    const { message } = await composeMail(mail, await findMailBasis([mail]))
    return String(message.text)
  }

  it('has seats for all, or comes alone and knows it; the mail says who comes', async () => {
    expect(await register('a@example.org', 2)).toMatchObject({ kind: 'registered' })
    expect(await seats()).toEqual({ seated: 3, companions: 2 })
    const [mail] = await database().select().from(outbox).where(eq(outbox.eventId, made.id))
    if (!mail) throw new Error('no mail')
    const { message } = await composeMail(mail, await findMailBasis([mail]))
    expect(String(message.text)).toMatch(/Companions: 2\s+Lê Minh/)
    await register('b@example.org', 2)
    expect(await seats()).toEqual({ seated: 4, companions: 2 })
    await register('c@example.org', 1)
    expect(await wishes()).toEqual({ 'a@example.org': 0, 'b@example.org': 2, 'c@example.org': 1 })
    const told = await textTo('b@example.org')
    expect(told).toMatch(/Companions: 2\s+There was no seat for them/)
    expect(await textTo('c@example.org')).toMatch(/Companions: 1\s+They get seats with yours/)
    await expect(register('d@example.org', 3)).rejects.toEqual(refused('companions-too-many'))
    const rows = await database().select().from(registrations).where(eq(registrations.eventId, made.id))
    expect(rows.map(({ state }) => state).sort()).toEqual(['confirmed', 'confirmed', 'waitlisted'])
  })

  it('and got no seats for them is told no more once they say whom they bring', async () => {
    await guest()
    await guest()
    await register('a@example.org', 2)
    expect(await wishes()).toMatchObject({ 'a@example.org': 2 })
    const token = await tokenOf('a@example.org')
    await bring(token, 0)
    expect(await wishes()).toMatchObject({ 'a@example.org': 0 })
    await bring(token, 1)
    expect(await seats()).toEqual({ seated: 4, companions: 1 })
  })

  it('and does so twice by a double click, has them once', async () => {
    await register('a@example.org', 1)
    await register('a@example.org', 1)
    expect(await seats()).toEqual({ seated: 2, companions: 1 })
  })

  describe('and waits for a seat of their own first', () => {
    const asksAddress = () =>
      database().update(events).set({ asksAddress: true }).where(eq(events.id, made.id))
    /** Their seat is held until they prove their address; answers how they do. */
    async function held(email: string, companions: number) {
      expect(await register(email, companions)).toEqual({ kind: 'address-asked' })
      const token = await tokenOf(email)
      return () => acceptOffer(visitor(), token)
    }

    it('has them come with the proof of their address, by name', async () => {
      await asksAddress()
      const prove = await held('a@example.org', 2)
      expect(await seats()).toEqual({ seated: 1, companions: 0 })
      expect(await textTo('a@example.org')).toMatch(/Companions: 2\s+They get seats with yours/)
      await prove()
      expect(await seats()).toEqual({ seated: 3, companions: 2 })
      expect(await registered('a@example.org')).toMatchObject({
        companions: 2,
        companionNames: ['Lê Minh'],
        wishedCompanions: 0,
        wishedNames: [],
      })
      await prove()
      expect(await seats()).toEqual({ seated: 3, companions: 2 })
    })

    it('has them come with the approval of their organizers', async () => {
      await database()
        .update(guestCategory)
        .set({ needsApproval: true })
        .where(eq(guestCategory.id, made.guest.id))
      await register('a@example.org', 2)
      expect(await seats()).toEqual({ seated: 0, companions: 0 })
      await approveRegistration(system(), made.id, (await registered('a@example.org')).id)
      expect(await seats()).toEqual({ seated: 3, companions: 2 })
    })

    it('races for the last seats: all of one guest’s companions have them, and nobody else’s', async () => {
      await asksAddress()
      const proofs = [await held('a@example.org', 2), await held('b@example.org', 2)]
      await Promise.all([...proofs, ...proofs].map((prove) => prove()))
      expect(await seats()).toEqual({ seated: 4, companions: 2 })
      expect(Object.values(await wishes()).sort()).toEqual([0, 2])
    })

    it('races with those who arrive meanwhile, and never past the capacity', async () => {
      await asksAddress()
      const prove = await held('a@example.org', 2)
      const newcomers = ['b@example.org', 'c@example.org', 'd@example.org', 'e@example.org']
      await Promise.all([prove(), ...newcomers.map((email) => register(email, 1))])
      const { seated, companions } = await seats()
      expect(seated).toBe(4)
      expect([0, 2]).toContain(companions)
      expect((await wishes())['a@example.org']).toBe(companions === 2 ? 0 : 2)
    })
  })
})
