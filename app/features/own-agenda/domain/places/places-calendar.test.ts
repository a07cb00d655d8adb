import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { beforeEach, describe, expect, it } from 'vitest'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { cancelEvent } from '#app/features/events/domain/cancel-event.server.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { claimDueMail } from '#app/features/mail/domain/sending/outbox-queue.server.ts'
import { rawMail } from '#app/features/mail/domain/sending/raw-mail.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { cancelOwnRegistration } from '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { m } from '#app/paraglide/messages.js'
import { outbox, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { takePlaces } from './take-places.server.ts'

await testDatabase()

let made: Awaited<ReturnType<typeof event>>
let screenings: string[] = []
let token = ''

/** The calendar files of the only mail that is due, by UID. */
async function entriesMailed() {
  const [mail, ...others] = await claimDueMail(9)
  expect(others).toEqual([])
  if (!mail) throw new Error('no mail')
  await database().delete(outbox)
  const { message } = await composeMail(mail, await findMailBasis([mail]))
  const read = await PostalMime.parse(rawMail(message))
  const files = read.attachments
    .filter(({ filename }) => filename?.startsWith('place-'))
    .map(({ content }) => new TextDecoder().decode(content as ArrayBuffer))
  const line = (file: string, name: string) => new RegExp(`^${name}[:;](.*?)\\r?$`, 'm').exec(file)?.[1] ?? ''
  return {
    kind: mail.kind,
    text: read.text ?? '',
    entries: files
      .map((file) => ({
        uid: line(file, 'UID'),
        sequence: Number(line(file, 'SEQUENCE')),
        status: line(file, 'STATUS'),
        starts: line(file, 'DTSTART'),
      }))
      .sort((a, b) => a.uid.localeCompare(b.uid)),
  }
}

let before: Awaited<ReturnType<typeof entriesMailed>>

beforeEach(async () => {
  made = await event()
  screenings = []
  for (const from of [0, 30]) screenings.push((await sessionOf(made, { capacity: 2, from, minutes: 20 })).id)
  await publishAgenda(system(), { eventId: made.id })
  const guest = await registration(made.guest, { locale: 'en' })
  token = personalToken(guest.tokenSalt)
  await takePlaces(
    visitor(),
    token,
    screenings.map((sessionId) => ({ sessionId, seats: 1 })),
  )
  before = await entriesMailed()
  expect(before.entries).toHaveLength(2)
})

describe('places in a calendar', () => {
  it.each([
    ['their guest cancels', () => cancelOwnRegistration(visitor(), token)],
    ['the event is called off', () => cancelEvent(system(), { eventId: made.id, reason: 'Bão' })],
  ])('end there when %s, and their seats are free', async (_, end) => {
    await end()
    const after = await entriesMailed()
    expect(after.kind).toBe('cancelled')
    expect(after.text).toContain(m['mail.common.places-cancelled']({}, { locale: 'en' }))
    expect(after.entries).toEqual(
      before.entries.map((one) => ({ ...one, sequence: one.sequence + 1, status: 'CANCELLED' })),
    )
    const rows = await database()
      .select({ signedUp: session.signedUp })
      .from(session)
      .where(eq(session.eventId, made.id))
    expect(rows.every(({ signedUp }) => signedUp === 0)).toBe(true)
  })

  it('move there with their session, and end with one that is dropped', async () => {
    const [moved = '', dropped = ''] = screenings
    const later = new Date(made.startsAt.getTime() + 3_600_000)
    await editDraft(system(), {
      eventId: made.id,
      edits: [
        {
          kind: 'edit',
          sessionId: moved,
          was: {},
          set: { startsAt: later.toISOString(), endsAt: new Date(later.getTime() + 1_200_000).toISOString() },
        },
        { kind: 'edit', sessionId: dropped, was: {}, set: { dropped: true } },
      ],
    })
    await publishAgenda(system(), { eventId: made.id })
    const after = await entriesMailed()
    expect(after.kind).toBe('own-agenda-changed')
    expect(after.text).toContain(m['mail.own-agenda-changed.entries']({}, { locale: 'en' }))
    expect(after.entries.map(({ uid, sequence }) => ({ uid, sequence }))).toEqual(
      before.entries.map(({ uid, sequence }) => ({ uid, sequence: sequence + 1 })),
    )
    expect(after.entries.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'CONFIRMED'])
    const standing = after.entries.find(({ status }) => status === 'CONFIRMED')
    const stood = before.entries.find(({ uid }) => uid === standing?.uid)
    expect(standing?.starts).not.toBe(stood?.starts)
  })
})
