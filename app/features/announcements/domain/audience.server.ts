import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { assistantName } from '#app/features/invitations/domain/send-notices.server.ts'
import type { Audience } from '#db/schema/announcements.ts'
import {
  account,
  appearance,
  host,
  member,
  organization,
  person,
  registration,
  session,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Addressee } from './recipients.ts'

/** Everybody whom an announcement is for, as things stand now: those registered first, then speakers, then hosts. */
export async function listAudience(eventId: string, audience: Audience): Promise<Addressee[]> {
  const { groups } = audience
  return [
    ...(groups.includes('registered') ? await listRegistered(eventId, audience) : []),
    ...(groups.includes('speakers') ? await listSpeakers(eventId, audience) : []),
    ...(groups.includes('hosts') ? await listMembers(eventId) : []),
  ]
}

async function listRegistered(eventId: string, audience: Audience): Promise<Addressee[]> {
  if (audience.states.length === 0) return []
  const rows = await database()
    .select({
      registrationId: registration.id,
      name: registration.name,
      email: registration.email,
      locale: registration.locale,
    })
    .from(registration)
    .where(
      and(
        eq(registration.eventId, eventId),
        inArray(registration.state, audience.states),
        // Erased: nobody is behind such a row any more.
        sql`${registration.email} <> ''`,
        audience.categoryIds.length > 0 ? inArray(registration.categoryId, audience.categoryIds) : undefined,
        audience.onlyPicked ? isOneOf(audience.picked) : undefined,
        audience.sessionId ? isTiedTo(audience.sessionId, audience.tie) : undefined,
      ),
    )
    .orderBy(registration.arrival, registration.id)
  return rows.map((row) => ({ group: 'registered', ...row }))
}

function isOneOf(ids: readonly string[]): SQL {
  return sql`${registration.id} in (
    select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
}

function isTiedTo(sessionId: string, tie: Audience['tie']): SQL | undefined {
  const signedUp = sql`exists (select from sign_up u
    where u.registration_id = ${registration.id} and u.session_id = ${sessionId} and u.state <> 'cancelled')`
  const starred = sql`exists (select from star s
    where s.registration_id = ${registration.id} and s.session_id = ${sessionId})`
  if (tie === 'signed-up') return signedUp
  return tie === 'starred' ? starred : or(signedUp, starred)
}

/** Whoever takes part in a session of the draft that was not dropped, each once, and their assistants. */
async function listSpeakers(eventId: string, { sessionId }: Audience): Promise<Addressee[]> {
  const seated = database()
    .select({ id: person.keptId })
    .from(appearance)
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .innerJoin(person, eq(person.id, appearance.personId))
    .where(
      and(
        eq(session.eventId, eventId),
        isNull(session.cancelledAt),
        sessionId ? eq(session.id, sessionId) : undefined,
      ),
    )
  const people = await database()
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      assistantEmail: person.assistantEmail,
      locale: person.locale,
    })
    .from(person)
    .where(inArray(person.id, seated))
    .orderBy(person.precedence, person.name, person.id)
  return people.flatMap(({ id, name, email, assistantEmail, locale }): Addressee[] => {
    const own = {
      group: 'speakers',
      name,
      email,
      locale,
      speaking: { personId: id, holder: 'person' },
    } as const
    if (!assistantEmail) return [own]
    const copy = {
      group: 'speakers',
      name: assistantName({ name, locale }),
      email: assistantEmail,
      locale,
      speaking: { personId: id, holder: 'assistant' },
    } as const
    return [own, copy]
  })
}

async function listMembers(eventId: string): Promise<Addressee[]> {
  const rows = await database()
    .selectDistinctOn([account.id], { name: account.name, email: account.email, locale: account.locale })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .innerJoin(member, eq(member.organizationId, organization.id))
    .innerJoin(account, eq(account.id, member.accountId))
    .where(eq(host.eventId, eventId))
    .orderBy(account.id)
  return rows.map((row) => ({ group: 'hosts', ...row }))
}
