import { and, eq, inArray, sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { maskedAddress } from '#app/shared/masked-address.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { acquaintance, member } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** By which somebody is reached, and where their personal links go. */
export type Reach = { email: string | null; assistantEmail: string | null; locale: Locale }
export const reachFields = ['email', 'assistantEmail', 'locale'] as const satisfies readonly (keyof Reach)[]

/** Of these people, whose address the actor may change: a body of the actor's own knows them, or nobody's does. */
export async function reachable({ actor }: Context, personIds: readonly string[]): Promise<Set<string>> {
  if (actor.kind === 'system') return new Set(personIds)
  if (actor.kind !== 'account' || personIds.length === 0) return new Set()
  const rows = await database()
    .select({
      personId: acquaintance.personId,
      own: sql<boolean>`bool_or(${member.accountId} is not null)`,
    })
    .from(acquaintance)
    .leftJoin(
      member,
      and(
        eq(member.organizationId, acquaintance.organizationId),
        eq(member.accountId, actor.accountId),
        inArray(member.role, rolesThatMay('people.edit')),
      ),
    )
    .where(inArray(acquaintance.personId, [...personIds]))
    .groupBy(acquaintance.personId)
  const others = new Set(rows.filter(({ own }) => !own).map(({ personId }) => personId))
  return new Set(personIds.filter((id) => !others.has(id)))
}

/** Refuses unless the actor may change by what each of these is reached. */
export async function requireReach(ctx: Context, personIds: readonly string[]): Promise<void> {
  const own = await reachable(ctx, personIds)
  if (personIds.some((id) => !own.has(id))) throw new Refusal('person-of-others', 'rights')
}

type Told = { eventId: string; name: string; before: Reach; after: Omit<Reach, 'locale'> }

/** No link goes to a new address without a word to the old one; and of a new assistant the person is told. */
export async function tellOldAddress({ eventId, name, before, after }: Told): Promise<void> {
  const other = (a: string | null, b: string | null) => a?.toLowerCase() !== b?.toLowerCase()
  const told = [
    ...(before.email && other(before.email, after.email)
      ? [{ to: before.email, what: 'address' as const, address: after.email }]
      : []),
    ...(before.assistantEmail && other(before.assistantEmail, after.assistantEmail)
      ? [{ to: before.assistantEmail, what: 'assistant-gone' as const, address: after.assistantEmail }]
      : []),
    ...(before.email && after.assistantEmail && other(before.assistantEmail, after.assistantEmail)
      ? [{ to: before.email, what: 'assistant' as const, address: after.assistantEmail }]
      : []),
  ]
  await queueMail(
    ...told.map(({ to, what, address }) => ({
      kind: 'contact-changed' as const,
      locale: before.locale,
      recipientName: name,
      eventId,
      recipientEmail: to,
      facts: { contact: { what, name, address: maskedAddress(address) } },
    })),
  )
}
