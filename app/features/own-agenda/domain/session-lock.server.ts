import { sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { isPublished } from './published-session.server.ts'

export type LockedSession = {
  id: string
  sign_up: boolean
  cancelled: boolean
  begun: boolean
  published: boolean
}

/**
 * Holds a session's seats, and before them its event: shared, so that sign-ups of different sessions pass one another,
 * while no registration of the event can lose its seat meanwhile.
 */
export async function lockSessionSeats(
  tx: Transaction,
  { eventId, sessionId, now }: { eventId: string; sessionId: string; now: Date },
): Promise<LockedSession> {
  await tx.execute(sql`select 1 from event where id = ${eventId} for share`)
  const [locked] = await tx.execute<LockedSession>(sql`
    select id, sign_up, cancelled_at is not null as cancelled,
      coalesce(starts_at <= ${now.toISOString()}::timestamptz, true) as begun,
      ${isPublished(eventId, { id: sessionId, signUp: true })} as published
    from session where id = ${sessionId} and event_id = ${eventId} for no key update`)
  if (!locked) throw new Refusal('session-missing', 'missing')
  return locked
}
