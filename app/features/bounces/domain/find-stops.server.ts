import { sql } from 'drizzle-orm'
import type { SuppressionScope } from '#app/shared/vocabulary.ts'
import { database } from '#db/transaction.server.ts'
import { domainOf } from './mail-fields.ts'
import type { Stops } from './stops.ts'

/** What stands against mails to these people at this moment: one statement, however many they are. */
export async function findStops(mails: { recipientEmail: string }[]): Promise<Stops> {
  const emails = [...new Set(mails.map(({ recipientEmail }) => recipientEmail.toLowerCase()))]
  const suppressed = new Map<string, Set<SuppressionScope>>()
  const paused = new Map<string, Date>()
  if (emails.length === 0) return { suppressed, paused }
  const domains = [...new Set(emails.map(domainOf))]
  const rows = await database().execute<{
    email: string
    scope: SuppressionScope | null
    until: string | null
  }>(sql`
    select email, scope, null::timestamptz as until from suppression where lifted_at is null and email in ${emails}
    union all
    select domain, null, until from paused_domain
    where resumed_at is null and until > now() and domain in ${domains}`)
  for (const { email, scope, until } of rows) {
    if (until) paused.set(email, new Date(until))
    if (scope) suppressed.set(email, (suppressed.get(email) ?? new Set()).add(scope))
  }
  return { suppressed, paused }
}
