import { randomUUID } from 'node:crypto'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { invitation } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from './contexts.ts'
import { event } from './events.ts'
import { first, nextNumber } from './numbers.ts'

type Values = Partial<typeof invitation.$inferInsert> & { assistantEmail?: string; hosts?: { id: string }[] }

/** A speaker who was asked into a session of an event. */
export async function invitedSpeaker({ assistantEmail, hosts, ...values }: Values = {}) {
  const made = await event(hosts ? { hosts } : {})
  const email = `speaker${nextNumber()}@example.org`
  const person = await addPerson(system(), {
    eventId: made.id,
    name: 'Đặng Hoàng Giang',
    email,
    ...(assistantEmail && { assistantEmail }),
  })
  const end = new Date(made.startsAt.getTime() + 30 * 60_000)
  const session = await addSession(system(), {
    eventId: made.id,
    kind: 'talk',
    title: { vi: 'Khai mạc', en: 'Opening' },
    startsAt: made.startsAt,
    endsAt: end,
  })
  await addAppearance(system(), { sessionId: session.id, personId: person.id, role: 'speaker' })
  const sent = {
    slug: session.slug,
    kind: 'talk' as const,
    title: session.title,
    room: null,
    venue: null,
    minutes: null,
    startsAt: made.startsAt.toISOString(),
    endsAt: end.toISOString(),
    roles: ['speaker' as const],
  }
  const row = first(
    await database()
      .insert(invitation)
      .values({
        uid: randomUUID(),
        personId: person.id,
        sessionId: session.id,
        issuedAt: new Date(),
        email,
        sent,
        ...values,
      })
      .returning(),
  )
  return { event: made, person: { ...person, email }, session, invitation: row }
}
