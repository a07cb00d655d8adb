import { eq } from 'drizzle-orm'
import { addSession, type NewSession } from '#app/features/agenda/domain/add-session.server.ts'
import { session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from './contexts.ts'
import { nextNumber } from './numbers.ts'

type Of = { id: string; startsAt: Date }
type Values = Partial<NewSession> & { capacity?: number; from?: number; minutes?: number }

/** A session of the draft, `from` minutes after the event begins; with a capacity, readers sign up for it. */
export async function sessionOf(of: Of, { capacity, from = 0, minutes = 30, ...values }: Values = {}) {
  const n = nextNumber()
  const startsAt = new Date(of.startsAt.getTime() + from * 60_000)
  const made = await addSession(system(), {
    eventId: of.id,
    kind: 'talk',
    title: { vi: `Phiên ${n}`, en: `Session ${n}` },
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    ...values,
  })
  if (capacity === undefined) return made
  await database().update(session).set({ capacity, signUp: true }).where(eq(session.id, made.id))
  return { ...made, capacity, signUp: true }
}
