import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { editPerson } from '#app/features/people/domain/edit-person.server.ts'
import { getRegistrationByToken } from '#app/features/registration/domain/links/registration-by-token.server.ts'
import { action as renewOfGuest } from '#app/features/registration/organize/steps/link-renewal.ts'
import { action as renewRegistration } from '#app/features/registration/renewal.ts'
import { getSpeakingByToken } from '#app/features/speaking/domain/speaking-by-token.server.ts'
import { action as renewSpeaking } from '#app/features/speaking/renewal.ts'
import { saltedToken } from '#app/shared/auth/tokens.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { outbox, person, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { linkedSpeaker } from '#tests/factories/linked-speaker.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action as renewOfSpeaker } from '../organize/link-renewal.ts'

const { db } = await testDatabase()
const store = { requestId: 't', source: '192.0.2.1', locale: 'vi' as const, nonce: '' }
const within = <T>(work: () => T) => withRequestStore({ ...store }, work)
const gone = { code: 'link-unknown', kind: 'missing' }

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  return { body, at, cookie: await signInCookieOf(await memberOf(body, 'organizer')) }
}

test('an attendee ends a leaked link: the old one opens nothing, the new one goes by mail alone', async () => {
  const { at } = await desk()
  const row = await registration(at.guest)
  const old = saltedToken('registration', row.tokenSalt)
  const request = new Request('http://localhost:3000/', { method: 'POST', body: new URLSearchParams() })
  const answer = await within(() => renewRegistration({ request, params: { token: old }, context: {} }))
  const [now] = await db.select().from(registrations).where(eq(registrations.id, row.id))
  const token = saltedToken('registration', now?.tokenSalt ?? '')
  expect(answer.headers.get('Location')).not.toContain(token)
  await expect(getRegistrationByToken(old)).rejects.toMatchObject(gone)
  expect((await getRegistrationByToken(token)).id).toBe(row.id)
  expect(await db.select().from(outbox).where(eq(outbox.registrationId, row.id))).toMatchObject([
    { recipientEmail: row.email, state: 'queued' },
  ])
})

test('an organizer ends an attendee’s link; a stranger does not', async () => {
  const { at, cookie } = await desk()
  const row = await registration(at.guest)
  const old = saltedToken('registration', row.tokenSalt)
  const renew = (as: string) =>
    renewOfGuest({
      request: postForm(`/organize/events/${at.slug}/registrations/${row.id}/renewal`, {}, as),
      params: { event: at.slug, registration: row.id },
      context: {},
    })
  await expect(renew((await desk()).cookie)).rejects.toBeDefined()
  expect((await getRegistrationByToken(old)).id).toBe(row.id)
  expect(await renew(cookie)).toMatchObject({ status: 303 })
  await expect(getRegistrationByToken(old)).rejects.toMatchObject(gone)
})

test('a speaker ends both links, an assistant their own', async () => {
  const one = await linkedSpeaker({ assistantEmail: 'office@example.org' })
  await within(() => renewSpeaking(one.args({}, {}, one.assistant)))
  await expect(getSpeakingByToken(one.assistant)).rejects.toMatchObject(gone)
  expect((await getSpeakingByToken(one.token)).holder).toBe('person')
  await within(() => renewSpeaking(one.args({})))
  await expect(getSpeakingByToken(one.token)).rejects.toMatchObject(gone)
  const mails = await db.select().from(outbox).where(eq(outbox.eventId, one.event.id))
  expect(
    mails
      .filter((mail) => mail.kind === 'speaking-link')
      .map((mail) => mail.recipientEmail)
      .sort(),
  ).toEqual(['office@example.org', 'office@example.org', one.person.email])
})

test('an organizer ends a speaker’s links', async () => {
  const body = await organization()
  const one = await linkedSpeaker({ hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const path = `/organize/events/${one.event.slug}/agenda/invitations/links/renewal`
  const fields = { personId: one.person.id, invitationId: one.invitation.id }
  const request = postForm(path, fields, cookie)
  await renewOfSpeaker({ request, params: { event: one.event.slug }, context: {} })
  await expect(getSpeakingByToken(one.token)).rejects.toMatchObject(gone)
})

test('the link ends with the address that it went to', async () => {
  const body = await organization()
  const one = await linkedSpeaker({ hosts: [body], assistantEmail: 'bureau@example.org' })
  const [before] = await db.select().from(person).where(eq(person.id, one.person.id))
  if (!before) throw new Error('nobody')
  const member = await memberOf(body, 'organizer')
  const ctx = signedIn(member)
  const words = { vi: '', en: '', confirmed: false }
  const details = {
    name: before.name,
    otherNames: '',
    precedence: before.precedence,
    pronunciation: '',
    timeZone: '',
    locale: before.locale,
    email: 'new@example.org',
    assistantEmail: before.assistantEmail ?? '',
    honorific: words,
    position: words,
    affiliation: words,
    biography: words,
  }
  await editPerson(ctx, {
    eventId: one.event.id,
    personId: one.person.id,
    revision: before.revision,
    details,
  })
  await expect(getSpeakingByToken(one.token)).rejects.toMatchObject(gone)
  expect((await getSpeakingByToken(one.assistant)).holder).toBe('assistant')
})
