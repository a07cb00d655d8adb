import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { Locale, SubscriptionState } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { contact, organization, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askMail } from './ask-mail.server.ts'
import { askOf } from './asking.ts'
import type { StoredList } from './lists.server.ts'

const most = 2000
const inOneStatement = 500

export type ImportedPerson = { email: string; name: string; locale: Locale }
/** `asked`: begins to wait, and is mailed; `waits`: the same without a mail, since there was one today already. */
export type ImportOutcome = { what: 'asked' | 'waits' } | { what: 'known'; state: SubscriptionState }

type Import = { list: StoredList; ground: string; people: readonly ImportedPerson[] }

/**
 * Puts people down for a list by the right that the organizer states. Nobody is on it before they confirm by the mail
 * that asks them; whoever stands on the list in whatever state, those who left it too, is left alone. Answers what became
 * of each, in their order.
 */
export async function importContacts(
  ctx: Context,
  { list, ground, people }: Import,
): Promise<ImportOutcome[]> {
  const { organizationId } = list
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  if (people.length > most) throw new Refusal('selection-too-long', 'invalid', { most: String(most) })
  if (list.archivedAt) throw new Refusal('list-closed', 'state')
  return withTransaction(async (tx) => {
    const contacts = await lockContacts(tx, organizationId, people)
    const states = await statesOn(tx, list.id, [...contacts.values()])
    const begun: { id: string; isMailed: boolean; person: ImportedPerson }[] = []
    const outcomes = people.map((person): ImportOutcome => {
      const one = contacts.get(person.email.toLowerCase())
      if (!one) throw new Error('A contact was not made')
      const state = states.get(one.id)
      if (state) return { what: 'known', state }
      const isMailed = askOf(null, one, ctx.now).mail !== null
      begun.push({ id: one.id, isMailed, person })
      return { what: isMailed ? 'asked' : 'waits' }
    })
    if (begun.length === 0) return outcomes
    await begin(ctx, tx, { list, ground, begun })
    await recordActivity(ctx, {
      verb: 'contact.imported',
      organizationId,
      subjectId: list.id,
      subjectName: textIn(list.title, ctx.locale),
      details: { count: begun.length, ground },
    })
    return outcomes
  })
}

type Known = { id: string; email: string; askedAt: Date | null }

/** The contacts of these addresses, new ones made, all locked in one order; by address in lower case. */
async function lockContacts(
  tx: Transaction,
  organizationId: string,
  people: readonly ImportedPerson[],
): Promise<Map<string, Known>> {
  const keys = people.map(({ email }) => email.toLowerCase())
  for (const some of inParts(people))
    await tx
      .insert(contact)
      .values(some.map((person) => ({ ...person, organizationId })))
      .onConflictDoNothing()
  const rows = await tx
    .select({ id: contact.id, email: contact.email, askedAt: contact.askedAt })
    .from(contact)
    .where(
      and(
        eq(contact.organizationId, organizationId),
        sql`lower(${contact.email}) in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
      ),
    )
    .orderBy(asc(contact.id))
    .for('no key update')
  return new Map(rows.map((row) => [row.email.toLowerCase(), row]))
}

async function statesOn(tx: Transaction, listId: string, contacts: readonly Known[]) {
  const states = new Map<string, SubscriptionState>()
  for (const some of inParts(contacts)) {
    const rows = await tx
      .select({ contactId: subscription.contactId, state: subscription.state })
      .from(subscription)
      .where(
        and(
          eq(subscription.listId, listId),
          inArray(
            subscription.contactId,
            some.map(({ id }) => id),
          ),
        ),
      )
    for (const row of rows) states.set(row.contactId, row.state)
  }
  return states
}

type Begun = Pick<Import, 'list' | 'ground'> & {
  begun: readonly { id: string; isMailed: boolean; person: ImportedPerson }[]
}

async function begin(ctx: Context, tx: Transaction, { list, ground, begun }: Begun): Promise<void> {
  const { organizationId } = list
  const [body] = await tx
    .select({ name: organization.name })
    .from(organization)
    .where(eq(organization.id, organizationId))
  const at = { askedAt: ctx.now, createdAt: ctx.now }
  const waiting = { listId: list.id, state: 'waiting' as const, place: 'import' as const, ground, ...at }
  for (const some of inParts(begun)) {
    await tx
      .insert(subscription)
      .values(
        some.map(({ id, isMailed }) => ({ ...waiting, contactId: id, mailedAt: isMailed ? ctx.now : null })),
      )
    const mailed = some.filter(({ isMailed }) => isMailed)
    if (mailed.length === 0) continue
    await tx
      .update(contact)
      .set({ askedAt: ctx.now })
      .where(
        inArray(
          contact.id,
          mailed.map(({ id }) => id),
        ),
      )
    await queueMail(
      ...mailed.map(({ id, person }) =>
        askMail({
          contact: { id, organizationId, email: person.email, name: person.name },
          locale: person.locale,
          organization: body?.name ?? {},
          lists: [{ title: list.title, text: list.consent }],
          what: 'asked',
          ground,
        }),
      ),
    )
  }
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; at += inOneStatement) parts.push(all.slice(at, at + inOneStatement))
  return parts
}
