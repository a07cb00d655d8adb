import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { event as events, signUp } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event, organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { postForm } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { getPlaceRules } from '../domain/places/get-place-rules.server.ts'
import { setPlaceRules } from '../domain/places/set-place-rules.server.ts'
import * as page from './places.tsx'

await testDatabase()
const within = <T>(work: () => T) =>
  withRequestStore({ requestId: 't', source: '192.0.2.1', locale: 'en', nonce: '' }, work)

async function guestOf(made: Awaited<ReturnType<typeof event>>) {
  const row = await registration(made.guest, { locale: 'en' })
  const token = personalToken(row.tokenSalt)
  const at = (query = '') => `/registrations/${token}/places${query}`
  return {
    id: row.id,
    view: (query = '') =>
      within(() =>
        page.loader({
          request: new Request(`http://localhost:3000${at(query)}`),
          params: { token },
          context: {},
        }),
      ),
    save: (fields: Record<string, string>) =>
      within(() => page.action({ request: postForm(at('?q=a'), fields), params: { token }, context: {} })),
  }
}

it('shows what is open to the guest, found without diacritics and by day', async () => {
  const made = await event()
  const river = await sessionOf(made, { capacity: 5, title: { vi: 'Dòng sông', en: 'The river' } })
  const other = await sessionOf(made, { capacity: 5, from: 30, title: { vi: 'Ngọn núi', en: 'The hill' } })
  await sessionOf(made, { from: 60 })
  await publishAgenda(system(), { eventId: made.id })
  const guest = await guestOf(made)
  const ids = async (query = '') =>
    (await guest.view(query)).shown.flatMap(({ slots }) =>
      slots.flatMap(({ sessions }) => sessions.map(({ id }) => id)),
    )
  expect(await ids()).toEqual([river.id, other.id])
  expect(await ids('?q=dong song')).toEqual([river.id])
  expect(await ids('?q=hill&day=day-1')).toEqual([other.id])
  expect(await ids('?day=day-7')).toEqual([river.id, other.id])
})

it('saves what was changed in the form, and says "1 of 2" beside the reason', async () => {
  const { ctx, event: made } = await organizedEvent()
  const [first, second] = [
    await sessionOf(made, { capacity: 5 }),
    await sessionOf(made, { capacity: 5, from: 30 }),
  ]
  await publishAgenda(system(), { eventId: made.id })
  const seen = await getPlaceRules(made.id)
  await setPlaceRules(ctx, { eventId: made.id, seen, rules: { perGuest: 3, perSession: 2, opens: {} } })
  const guest = await guestOf(made)
  const field = (of: { id: string }, was: number, seats: number) => ({
    [`was.${of.id}`]: String(was),
    [`seats.${of.id}`]: String(seats),
  })
  const partly = await guest.save({ ...field(first, 0, 2), ...field(second, 0, 2) })
  expect(partly).toMatchObject({
    init: { status: 409 },
    data: {
      had: 1,
      asked: 2,
      refused: [{ sessionId: second.id, seats: 2, sentence: 'You can have 3 seats in all; 1 left to you.' }],
    },
  })
  // A form from before: what it does not change stays.
  const done = await guest.save({ ...field(first, 0, 0), ...field(second, 0, 1) })
  expect(done).toMatchObject({ status: 303 })
  expect((done as Response).headers.get('Location')).toMatch(/\/places\?q=a$/)
  const held = await database().select().from(signUp).where(eq(signUp.registrationId, guest.id))
  expect(held.map(({ seats, state }) => [seats, state]).sort()).toEqual([
    [1, 'confirmed'],
    [2, 'confirmed'],
  ])
  expect(await guest.save({ [`seats.${first.id}`]: '99', [`was.${first.id}`]: '2' })).toMatchObject({
    init: { status: 400 },
  })
})

it('gives nothing back for an empty field, and nothing out at a cancelled event', async () => {
  const made = await event()
  const film = await sessionOf(made, { capacity: 5 })
  await publishAgenda(system(), { eventId: made.id })
  const guest = await guestOf(made)
  const save = (was: string, seats: string) =>
    guest.save({ [`was.${film.id}`]: was, [`seats.${film.id}`]: seats })
  expect(await save('0', '1')).toMatchObject({ status: 303 })
  expect(await save('1', '')).toMatchObject({ init: { status: 400 } })
  expect((await guest.view()).taken).toBe(1)
  const other = await guestOf(made)
  await database().update(events).set({ cancelledAt: new Date() }).where(eq(events.id, made.id))
  const refused = await other.save({ [`was.${film.id}`]: '0', [`seats.${film.id}`]: '1' })
  expect(refused).toMatchObject({ data: { had: 0, asked: 1 } })
})

it('has rules that one organizer cannot save over another unseen', async () => {
  const { ctx, event: made } = await organizedEvent()
  const seen = await getPlaceRules(made.id)
  const rules = { perGuest: 4, perSession: 2, opens: {} }
  expect(await setPlaceRules(ctx, { eventId: made.id, seen, rules })).toBe(true)
  expect(await setPlaceRules(ctx, { eventId: made.id, seen: rules, rules })).toBe(false)
  await expect(setPlaceRules(ctx, { eventId: made.id, seen, rules })).rejects.toMatchObject({
    code: 'saved-by-other',
  })
  const foreign = { ...rules, opens: { [made.guest.id]: [made.id] } }
  await expect(setPlaceRules(ctx, { eventId: made.id, seen: rules, rules: foreign })).rejects.toMatchObject({
    kind: 'missing',
  })
})
