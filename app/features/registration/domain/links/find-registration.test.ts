import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { action } from '#app/features/registration/find.tsx'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { postForm } from '#tests/factories/requests.ts'
import { registerAttendee } from '../lifecycle/register-attendee.server.ts'
import { findRegistration } from './find-registration.server.ts'

await testDatabase()

const wish = { name: 'Lan', organization: '', position: '', language: 'vi' as const, code: '' }

async function withLan() {
  const made = await event()
  await registerAttendee(visitor(), made.slug, {
    ...wish,
    email: 'Lan@example.org',
    category: 'guest',
    consent: true,
  })
  const mails = () => database().select().from(outbox).where(eq(outbox.eventId, made.id))
  return { ...made, mails }
}

it('mails the link to the address that is registered, five times an hour at most', async () => {
  const made = await withLan()
  for (let n = 0; n < 8; n++) await findRegistration(visitor(), made.id, 'lan@EXAMPLE.org')
  const mails = await made.mails()
  expect(mails.map((mail) => mail.recipientEmail)).toEqual(Array(6).fill('Lan@example.org'))
})

it('answers the same whether the address is known or not', async () => {
  const made = await withLan()
  const params = { lang: 'vi', event: made.slug }
  const ask = (email: string) =>
    action({ request: postForm(`/vi/events/${made.slug}/find`, { email }), params, context: {} })
  const known = (await ask('lan@example.org')) as Response
  const unknown = (await ask('somebody@example.org')) as Response
  expect(known.status).toBe(303)
  expect([unknown.status, unknown.headers.get('Location')]).toEqual([303, known.headers.get('Location')])
  expect(await made.mails()).toHaveLength(2)
  expect(await ask('not an address')).toMatchObject({ init: { status: 400 } })
})
