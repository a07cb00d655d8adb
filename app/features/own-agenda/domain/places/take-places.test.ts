import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { beforeEach, describe, expect, it } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { claimDueMail } from '#app/features/mail/domain/sending/outbox-queue.server.ts'
import { rawMail } from '#app/features/mail/domain/sending/raw-mail.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { outbox, passTrack, placeRules, session, signUp, track } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { leaveSession } from '../leave-session.server.ts'
import { takePlaces } from './take-places.server.ts'
import { writePlaces } from './write-places.server.ts'

await testDatabase()

let made: Awaited<ReturnType<typeof event>>
let screenings: string[] = []

/** A festival of screenings that follow one another, with the limits of a real one: 4 tickets, 2 for one film. */
async function festival(amount: number, capacity: number) {
  made = await event()
  screenings = []
  for (let n = 0; n < amount; n++) {
    screenings.push((await sessionOf(made, { capacity, from: n * 5, minutes: 5 })).id)
  }
  await database().insert(placeRules).values({ eventId: made.id, perGuest: 4, perSession: 2 })
  await publishAgenda(system(), { eventId: made.id })
}
const guest = async (values = {}) => {
  const row = await registration(made.guest, values)
  return { ...row, token: personalToken(row.tokenSalt) }
}
const wish = (at: number, seats = 1) => ({ sessionId: screenings[at] ?? '', seats })
const kinds = async (token: string, ...wishes: ReturnType<typeof wish>[]) =>
  (await takePlaces(visitor(), token, wishes)).map((one) => (one.kind === 'refused' ? one.reason : one.kind))
const held = (id: string) =>
  database()
    .select({ sessionId: signUp.sessionId, state: signUp.state, seats: signUp.seats })
    .from(signUp)
    .where(and(eq(signUp.registrationId, id), ne(signUp.state, 'cancelled')))

beforeEach(() => festival(4, 4))

describe('a choice of places', () => {
  it('gives what there is, says what there is not, and tells it in one mail with a calendar file for each', async () => {
    await kinds((await guest()).token, wish(2, 2))
    await kinds((await guest()).token, wish(2, 2))
    await database().delete(outbox)
    const lan = await guest({ locale: 'en' })
    expect(await kinds(lan.token, wish(0, 2), wish(1, 1), wish(2, 1), wish(3, 1))).toEqual([
      'confirmed',
      'confirmed',
      'waitlisted',
      'places-limit',
    ])
    const [mail, ...others] = await claimDueMail(9)
    expect(others).toEqual([])
    if (!mail) throw new Error('no mail')
    const { message } = await composeMail(mail, await findMailBasis([mail]))
    const read = await PostalMime.parse(rawMail(message))
    expect(read.subject).toBe('Your places: Film roundtable')
    expect(read.text).toMatch(/2 × “Session \d+”: yours/)
    expect(read.text).toMatch(/1 × “Session \d+”: on the waitlist/)
    const files = read.attachments.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer))
    expect(files).toHaveLength(2)
    expect(files[0]).toContain('METHOD:PUBLISH')
    expect(files.join('').match(/UID:/g)).toHaveLength(2)
    expect(files[0]).toContain('2 seats')
  })

  it('gives a place back once, to the party that waits longest, and takes it out of the calendar', async () => {
    const [first, second, pair, alone] = [await guest(), await guest(), await guest(), await guest()]
    await kinds(first.token, wish(0, 2))
    await kinds(second.token, wish(0, 1))
    await kinds(second.token, wish(0, 2))
    expect(await kinds(pair.token, wish(0, 2))).toEqual(['waitlisted'])
    expect(await kinds(alone.token, wish(0, 1))).toEqual(['waitlisted'])
    // One seat is free now; the pair is first in line and does not fit, and nobody passes it.
    await kinds(second.token, wish(0, 1))
    expect(await held(alone.id)).toMatchObject([{ state: 'waitlisted' }])
    await database().delete(outbox)
    await Promise.all([
      leaveSession(visitor(), second.token, screenings[0] ?? ''),
      leaveSession(visitor(), second.token, screenings[0] ?? ''),
    ])
    expect(await held(pair.id)).toMatchObject([{ state: 'confirmed', seats: 2 }])
    expect(await held(alone.id)).toMatchObject([{ state: 'waitlisted' }])
    const mails = await claimDueMail(9)
    const left = mails.filter(({ registrationId }) => registrationId === second.id).at(-1)
    if (!left) throw new Error('no mail')
    const { message } = await composeMail(left, await findMailBasis([left]))
    expect(message.files?.map(({ content }) => content).join()).toContain('STATUS:CANCELLED')
    expect(mails.filter(({ registrationId }) => registrationId === pair.id)).toHaveLength(1)
  })

  it('is one for the first in line again who asks for fewer', async () => {
    const [one, pair] = [await guest(), await guest()]
    await kinds((await guest()).token, wish(0, 2))
    await kinds(one.token, wish(0, 1))
    await kinds((await guest()).token, wish(0, 1))
    expect(await kinds(pair.token, wish(0, 2))).toEqual(['waitlisted'])
    await leaveSession(visitor(), one.token, screenings[0] ?? '')
    expect(await held(pair.id)).toMatchObject([{ state: 'waitlisted', seats: 2 }])
    await kinds(pair.token, wish(0, 1))
    expect(await held(pair.id)).toMatchObject([{ state: 'confirmed', seats: 1 }])
  })

  it('of one guest twice in the same moment is written once, and holds nobody of their group up', async () => {
    const lan = await guest()
    const place = { registration_id: lan.id, session_id: screenings[0] ?? '', state: 'confirmed' } as const
    const change = { ...place, taken: 1, waiting: 0, shrinks: false }
    const written = [
      { ...change, seats: 1, arrives: true },
      { ...change, seats: 2, arrives: false },
    ]
    await withTransaction((tx) => writePlaces(tx, { now: new Date(), written, sessions: [] }))
    expect(await held(lan.id)).toEqual([{ sessionId: place.session_id, state: 'confirmed', seats: 2 }])
    const [counted] = await database().select().from(session).where(eq(session.id, place.session_id))
    expect(counted?.signedUp).toBe(2)
  })

  it('holds a guest’s limit against their own presses at the same moment', async () => {
    const lan = await guest()
    await Promise.all(screenings.map((_, at) => kinds(lan.token, wish(at, 2))))
    expect((await held(lan.id)).reduce((sum, { seats }) => sum + seats, 0)).toBe(4)
  })

  it('keeps to what a pass opens', async () => {
    const [press] = await database()
      .insert(track)
      .values({ eventId: made.id, name: { en: 'Press' }, position: 9 })
      .returning()
    await database()
      .insert(passTrack)
      .values({ categoryId: made.guest.id, trackId: press?.id ?? '' })
    await database()
      .update(session)
      .set({ trackId: press?.id ?? '' })
      .where(eq(session.id, screenings[1] ?? ''))
    expect(await kinds((await guest()).token, wish(0), wish(1))).toEqual(['places-not-in-pass', 'confirmed'])
  })
})

it('60 people who choose 6 of 20 screenings at once: nothing over capacity, limits exact, nobody stuck', async () => {
  await festival(20, 8)
  const guests = []
  for (let n = 0; n < 60; n++) guests.push(await guest())
  await Promise.all(
    guests.map(({ token }, at) =>
      kinds(token, ...[0, 7, 3, 11, 5, 2].map((step) => wish((at * 3 + step) % 20, 1 + (at % 2)))),
    ),
  )
  const rows = await database().execute<{
    capacity: number
    signedUp: number
    waiting: number
    seats: number
    line: number
  }>(sql`
    select s.capacity, s.signed_up as "signedUp", s.waitlisted as waiting,
      coalesce(sum(u.seats) filter (where u.state = 'confirmed'), 0)::int as seats,
      count(*) filter (where u.state = 'waitlisted')::int as line
    from session s left join sign_up u on u.session_id = s.id where s.event_id = ${made.id} group by s.id`)
  for (const row of rows) {
    expect(row.signedUp).toBe(row.seats)
    expect(row.waiting).toBe(row.line)
    expect(row.seats <= row.capacity).toBe(true)
  }
  const each = await database()
    .select({ id: signUp.registrationId, seats: sql<number>`sum(${signUp.seats})::int` })
    .from(signUp)
    .where(and(ne(signUp.state, 'cancelled'), inArray(signUp.sessionId, screenings)))
    .groupBy(signUp.registrationId)
    .orderBy(asc(signUp.registrationId))
  expect(each.every(({ seats }) => seats <= 4)).toBe(true)
  expect(each).toHaveLength(60)
})
