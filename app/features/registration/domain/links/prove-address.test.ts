import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { resendMail, resendMails } from '#app/features/mail/domain/resend-mail.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import { openTransport } from '#app/features/mail/domain/sending/transport.server.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { addressChange, event, invitation, outbox, registration as registrations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { category, organizedEvent } from '#tests/factories/events.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { registration } from '#tests/factories/registrations.ts'
import { erasePastRegistrations } from '../lifecycle/erase-past-registrations.server.ts'
import { registerAttendee } from '../lifecycle/register-attendee.server.ts'
import { findAddressChange } from './address-change.server.ts'
import { askAddressChange } from './ask-address-change.server.ts'
import { personalToken } from './personal-link.server.ts'
import { proveAddress } from './prove-address.server.ts'
import { getRegistrationByToken } from './registration-by-token.server.ts'
import { remindOfLink } from './remind-of-link.server.ts'

await testDatabase()
const root = await mkdtemp(path.join(tmpdir(), 'ban-tron-proof-'))
afterAll(() => rm(root, { recursive: true, force: true }))
const refusal = (code: string) => expect.objectContaining({ code })
const address = (name: string) => `${name}-${nextNumber()}@example.org`

let made: Awaited<ReturnType<typeof organizedEvent>>
let row: Awaited<ReturnType<typeof registration>>
let token = ''
beforeEach(async () => {
  made = await organizedEvent()
  row = await registration(made.event.guest)
  token = personalToken(row.tokenSalt)
})

const mails = (email: string) =>
  database()
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, made.event.id), eq(outbox.recipientEmail, email)))
    .orderBy(asc(outbox.createdAt))
async function stored(id = row.id) {
  const [found] = await database().select().from(registrations).where(eq(registrations.id, id))
  return found
}
async function sendAll() {
  const transport = openTransport({ root })
  try {
    await sendDueMail({ transport })
  } finally {
    transport.close()
  }
}

/** The link that was mailed last to an address. */
async function linkTo(email: string): Promise<string> {
  const secrets = (await mails(email)).map(({ secret }) => secret ?? '').filter(Boolean)
  return (JSON.parse(openSecret(secrets.at(-1) ?? '')) as { link: string }).link
}

describe('another address', () => {
  it('changes nothing before its owner says yes, and then everything goes there', async () => {
    const email = address('lan')
    await askAddressChange(visitor(), token, email)
    expect(await stored()).toMatchObject({ email: row.email, tokenHash: row.tokenHash })
    expect(await mails(email)).toMatchObject([
      { kind: 'address-asked', locale: 'vi', facts: { address: 'to-prove' } },
    ])
    expect(await mails(row.email)).toEqual([])
    const { tokenSalt } = await proveAddress(visitor(), await linkTo(email))
    expect(await stored()).toMatchObject({ email, emailKey: email, state: 'confirmed' })
    await expect(getRegistrationByToken(token)).rejects.toEqual(refusal('link-unknown'))
    expect((await getRegistrationByToken(personalToken(tokenSalt))).id).toBe(row.id)
    const [sent] = await database().select().from(invitation).where(eq(invitation.registrationId, row.id))
    expect(await mails(row.email)).toMatchObject([
      {
        kind: 'contact-changed',
        facts: { contact: { what: 'attendee' }, calendar: { method: 'CANCEL', uid: sent?.uid, sequence: 1 } },
      },
    ])
    expect((await mails(email)).at(-1)).toMatchObject({
      kind: 'confirmed',
      facts: { calendar: { method: 'REQUEST', uid: sent?.uid, sequence: 2 } },
    })
    expect(JSON.stringify((await mails(row.email))[0]?.facts)).not.toContain(email)
  })

  it('is written to by the letters that these mails are', async () => {
    const email = address('lan')
    await askAddressChange(visitor(), token, email)
    const link = await linkTo(email)
    await remindOfLink(visitor(), made.event.id, row.id)
    await sendAll()
    const [other] = await mails(row.email)
    const [asked] = await mails(email)
    expect(asked).toMatchObject({ state: 'sent', secret: null })
    expect(asked?.text).toContain('/registrations/•••/address-proof')
    expect(`${asked?.text}${asked?.html}`).not.toContain(link)
    expect(asked?.text).not.toContain(token)
    await expect(resendMail(made.ctx, { eventId: made.event.id, mailId: asked?.id ?? '' })).rejects.toEqual(
      refusal('mail-once'),
    )
    const both = { eventId: made.event.id, mailIds: [asked?.id ?? '', other?.id ?? ''] }
    expect(await resendMails(made.ctx, both)).toEqual({ queued: 1, left: 1 })
    await proveAddress(visitor(), link)
    await sendAll()
    const told = (await mails(row.email)).at(-1)
    expect(told).toMatchObject({ kind: 'contact-changed', state: 'sent' })
    expect(told?.text).toContain('l…@example.org')
    expect(told?.calendar).toContain('METHOD:CANCEL')
    await resendMail(made.ctx, { eventId: made.event.id, mailId: told?.id ?? '' })
    expect((await mails(row.email)).map(({ kind }) => kind).slice(-2)).toEqual([
      'contact-changed',
      'contact-changed',
    ])
  })

  it('does not get the new link with a mail that was on its way to the old one', async () => {
    const email = address('lan')
    await askAddressChange(visitor(), token, email)
    const link = await linkTo(email)
    await database()
      .insert(outbox)
      .values({
        eventId: made.event.id,
        registrationId: row.id,
        kind: 'confirmed',
        locale: 'vi',
        recipientName: row.name,
        recipientEmail: row.email,
        messageId: `<owed-${row.id}@example.org>`,
      })
    await proveAddress(visitor(), link)
    expect((await mails(row.email)).map(({ kind }) => kind)).toEqual(['contact-changed'])
    expect((await mails(email)).filter(({ kind }) => kind === 'confirmed')).toHaveLength(2)
  })

  it('is proved once, in time, and by the newest link', async () => {
    const [first, second] = [address('one'), address('two')]
    await askAddressChange(visitor(), token, first)
    const old = await linkTo(first)
    await askAddressChange(visitor(), token, second)
    await expect(proveAddress(visitor(), old)).rejects.toEqual(refusal('address-link-gone'))
    expect(await findAddressChange(visitor(), old)).toMatchObject({ isOpen: false, email: '' })
    const link = await linkTo(second)
    const late = visitor('vi', new Date(Date.now() + 24 * 3_600_000 + 1000))
    await expect(proveAddress(late, link)).rejects.toEqual(refusal('address-link-gone'))
    const both = await Promise.allSettled([proveAddress(visitor(), link), proveAddress(visitor(), link)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await stored()).toMatchObject({ email: second })
    await expect(proveAddress(visitor(), 'no-such-link')).rejects.toEqual(refusal('address-link-gone'))
    const kept = await database().select().from(addressChange).where(eq(addressChange.registrationId, row.id))
    expect(kept.map(({ email }) => email)).toEqual(['', ''])
  })

  it('that is registered already is told so by mail, and whoever asks hears the same as ever', async () => {
    const other = await registration(made.event.guest)
    expect(await askAddressChange(visitor(), token, other.email.toUpperCase())).toBeUndefined()
    expect(await askAddressChange(visitor(), token, address('free'))).toBeUndefined()
    const [told] = await mails(other.email)
    expect(told).toMatchObject({
      kind: 'address-asked',
      registrationId: other.id,
      facts: { address: 'known' },
    })
    expect(told?.secret).toBeNull()
    await sendAll()
    const [sent] = await mails(other.email)
    expect(sent?.text).toContain('/registrations/•••')
    expect(sent?.text).not.toContain(row.name)
    expect(sent?.text).not.toContain(row.email)
    expect(await stored()).toMatchObject({ email: row.email })
  })

  it('that somebody registers meanwhile stays theirs', async () => {
    const email = address('race')
    await askAddressChange(visitor(), token, email)
    await registration(made.event.guest, { email })
    await expect(proveAddress(visitor(), await linkTo(email))).rejects.toEqual(refusal('address-registered'))
    expect(await stored()).toMatchObject({ email: row.email, tokenHash: row.tokenHash })
  })

  it('is not the present one, nor one that the category does not take, nor for who has left', async () => {
    const ask = (of: string, email: string) => askAddressChange(visitor(), of, email)
    await expect(ask(token, row.email.toUpperCase())).rejects.toEqual(refusal('address-same'))
    const press = await category(made.event, { emailDomains: ['press.example'] })
    const inside = await registration(press, { email: address('an').replace('example.org', 'press.example') })
    await expect(ask(personalToken(inside.tokenSalt), address('an'))).rejects.toEqual(
      refusal('domain-not-allowed'),
    )
    // Let in by hand: the address never was of the domain.
    const byHand = await registration(press)
    await ask(personalToken(byHand.tokenSalt), address('an'))
    const gone = await registration(made.event.guest, { state: 'cancelled' })
    await expect(ask(personalToken(gone.tokenSalt), address('an'))).rejects.toEqual(refusal('state-changed'))
  })

  it('is not written to without end, whoever asks and whatever stands behind a plus', async () => {
    const n = nextNumber()
    const people = await Promise.all(Array.from({ length: 4 }, () => registration(made.event.guest)))
    const asks = people.map(
      ({ tokenSalt }, at) =>
        () =>
          askAddressChange(visitor(), personalToken(tokenSalt), `many${n}+${at}@example.org`),
    )
    for (const ask of asks.slice(0, 3)) await ask()
    await expect(asks[3]?.()).rejects.toEqual(refusal('too-many'))
    for (let round = 0; round < 5; round++) await askAddressChange(visitor(), token, address('other'))
    await expect(askAddressChange(visitor(), token, address('other'))).rejects.toEqual(refusal('too-many'))
  })

  it('proves also a seat that was held for a proof', async () => {
    const held = await organizedEvent({ asksAddress: true })
    const wrong = address('wrong')
    await registerAttendee(visitor(), held.event.slug, {
      name: 'Lê An',
      email: wrong,
      organization: '',
      position: '',
      language: 'vi',
      category: 'guest',
      code: '',
      consent: true,
    })
    const [own] = await database().select().from(registrations).where(eq(registrations.email, wrong))
    made = held
    const right = address('right')
    await askAddressChange(visitor(), personalToken(own?.tokenSalt ?? ''), right)
    await proveAddress(visitor(), await linkTo(right))
    expect(await stored(own?.id)).toMatchObject({ state: 'confirmed', email: right, addressAsked: false })
    expect((await mails(right)).at(-1)).toMatchObject({
      kind: 'confirmed',
      facts: { calendar: { method: 'REQUEST' } },
    })
  })

  it('is erased with the rest', async () => {
    await askAddressChange(visitor(), token, address('lan'))
    const past = new Date(Date.now() + 400 * 86_400_000)
    await database()
      .update(event)
      .set({ retainUntil: new Date(made.event.endsAt.getTime() + 86_400_000) })
      .where(eq(event.id, made.event.id))
    await erasePastRegistrations(visitor('vi', past))
    expect(
      await database().select().from(addressChange).where(eq(addressChange.registrationId, row.id)),
    ).toEqual([])
  })
})
