import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { venue as venues } from '#db/schema/index.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { findMailBasis } from './mail-basis.server.ts'
import { eventFacts } from './mail-facts.server.ts'
import { invitedFacts } from './speaker-facts.server.ts'

const { db } = await testDatabase()

it('leads a speaker to the page of the house that the session is in', async () => {
  const made = await event()
  const apart = { vi: 'Công viên APEC', en: 'APEC Park', original: 'vi' as const }
  await db.insert(venues).values({ eventId: made.id, slug: 'apec-park', position: 2, name: apart })
  const way = async (venue: SentInvitation['venue']) => {
    const sent: SentInvitation = {
      slug: 'talk',
      kind: 'talk',
      title: { vi: 'Nói chuyện' },
      startsAt: made.startsAt.toISOString(),
      endsAt: made.endsAt.toISOString(),
      room: null,
      venue,
      roles: ['speaker'],
      minutes: null,
    }
    const calendar = { method: 'REQUEST', uid: 'u', sequence: 0, issuedAt: made.startsAt.toISOString() }
    const mail: ClaimedMail = {
      id: randomUUID(),
      eventId: made.id,
      registrationId: null,
      campaignId: null,
      invitationId: 'i',
      kind: 'speaker-asked',
      locale: 'en',
      recipientName: 'Tâm',
      recipientEmail: 'tam@example.org',
      facts: { invited: { sent, before: null, answer: 'needs-action' }, calendar },
      secret: null,
      messageId: '',
      attempts: 0,
      createdAt: new Date(),
    }
    const found = await findMailBasis([{ ...mail, invitationId: null }])
    const at = found.events.get(made.id)
    if (!at) throw new Error('The event is gone.')
    const standing = { sequence: 0 } as NonNullable<ReturnType<typeof found.invitations.get>>
    const basis = { ...found, invitations: new Map([['i', standing]]) }
    const of = {
      recipientName: 'Tâm',
      appUrl: '',
      event: eventFacts(at, 'en'),
      speaker: 'Tâm',
      holder: 'person' as const,
      speakingUrl: '',
    }
    return invitedFacts(of, mail, { basis, at }).session.wayUrl
  }
  expect(await way(apart)).toMatch(new RegExp(`/en/events/${made.slug}/venues/apec-park$`))
  expect(await way(null)).toMatch(new RegExp(`/en/events/${made.slug}/venues/harvard-university$`))
  expect(await way({ vi: 'Nhà hát', original: 'vi' })).toBeNull()
})
