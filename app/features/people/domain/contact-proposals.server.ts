import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import type { Transaction } from '#db/client.server.ts'
import { account, acquaintance, contactProposal, member, organization, person } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { isKeptRecord } from './kept-person.server.ts'
import { type Reach, tellOldAddress } from './reach.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Keeps what somebody would change of a person whom another body knows; their newest proposal counts. */
export async function proposeContact(
  ctx: Context,
  tx: Transaction,
  { eventId, personId, change }: { eventId: string; personId: string; change: Partial<Reach> },
): Promise<void> {
  const proposedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  await tx
    .insert(contactProposal)
    .values({ eventId, personId, change, proposedById, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [contactProposal.personId, contactProposal.proposedById],
      set: { eventId, change, createdAt: ctx.now },
    })
}

/** What is proposed for people whom a body knows in which the actor may edit people; each once. */
export async function listContactProposals(ctx: Context) {
  if (ctx.actor.kind !== 'account') return []
  return database()
    .selectDistinctOn([contactProposal.createdAt, contactProposal.id], {
      id: contactProposal.id,
      organization: organization.slug,
      name: person.name,
      email: person.email,
      assistantEmail: person.assistantEmail,
      locale: person.locale,
      change: contactProposal.change,
      proposedBy: account.name,
    })
    .from(contactProposal)
    .innerJoin(person, and(eq(person.id, contactProposal.personId), isKeptRecord))
    .innerJoin(acquaintance, eq(acquaintance.personId, person.id))
    .innerJoin(organization, eq(organization.id, acquaintance.organizationId))
    .innerJoin(member, eq(member.organizationId, acquaintance.organizationId))
    .leftJoin(account, eq(account.id, contactProposal.proposedById))
    .where(and(eq(member.accountId, ctx.actor.accountId), inArray(member.role, rolesThatMay('people.edit'))))
    .orderBy(asc(contactProposal.createdAt), asc(contactProposal.id))
}

type Answered = { organizationId: string; proposalId: string; accept: boolean }

/** A body that knows the person takes a proposal over, or does not; the old address is told of a new one. */
export async function answerContactProposal(ctx: Context, input: Answered): Promise<void> {
  const { organizationId, proposalId, accept } = input
  await requireOrganizationRight(ctx, 'people.edit', organizationId)
  await withTransaction(async (tx) => {
    const known = tx
      .select({ id: acquaintance.personId })
      .from(acquaintance)
      .where(eq(acquaintance.organizationId, organizationId))
    const [taken] = uuid.test(proposalId)
      ? await tx
          .delete(contactProposal)
          .where(and(eq(contactProposal.id, proposalId), inArray(contactProposal.personId, known)))
          .returning()
      : []
    if (!taken) throw new Refusal('contact-proposal-missing', 'missing')
    const { personId, eventId } = taken
    const [before] = await tx.select().from(person).where(eq(person.id, personId)).for('no key update')
    if (!before) throw new Refusal('person-missing', 'missing')
    if (accept) {
      const change = taken.change as Partial<Reach>
      await tx
        .update(person)
        .set({ ...change, revision: sql`${person.revision} + 1` })
        .where(eq(person.id, personId))
      await tellOldAddress({ eventId, name: before.name, before, after: { ...before, ...change } })
    }
    await recordActivity(ctx, {
      verb: accept ? 'person.contact-accepted' : 'person.contact-refused',
      organizationId,
      subjectId: personId,
      subjectName: before.name,
    })
  })
}
