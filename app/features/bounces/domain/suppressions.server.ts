import { aliasedTable, and, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { holdsWord, searchedWords } from '#app/shared/searched-words.server.ts'
import { account, bounce, event, outbox, suppression } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isOwnMail, isOwnReader } from './own-mail.server.ts'

/** As many as a page shows; who looks for another types its address. */
export const mostListed = 100
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const cause = aliasedTable(bounce, 'cause')

const columns = (organizationId: string) => ({
  id: suppression.id,
  email: suppression.email,
  scope: suppression.scope,
  cause: suppression.cause,
  createdAt: suppression.createdAt,
  liftedAt: suppression.liftedAt,
  liftedReason: suppression.liftedReason,
  liftedBy: account.name,
  words: cause.words,
  status: cause.status,
  /** Of a mail that is a neighbour's no more is shown than that there is one. */
  isOwn: isOwnMail(organizationId, sql`${suppression.outboxId}`),
  outboxId: suppression.outboxId,
  kind: outbox.kind,
  subject: outbox.subject,
  recipientName: outbox.recipientName,
  sentAt: outbox.sentAt,
  eventId: event.id,
  eventSlug: event.slug,
  eventTitle: event.title,
})

/** Suppressions that an organization may see: caused by its mails, or of people whom it writes to. */
function visible(organizationId: string): SQL | undefined {
  return or(
    isOwnMail(organizationId, sql`${suppression.outboxId}`),
    isOwnReader(organizationId, sql`${suppression.email}`),
  )
}

function listWhere(organizationId: string, condition: SQL | undefined) {
  return database()
    .select(columns(organizationId))
    .from(suppression)
    .leftJoin(cause, eq(cause.id, suppression.bounceId))
    .leftJoin(outbox, eq(outbox.id, suppression.outboxId))
    .leftJoin(event, eq(event.id, outbox.eventId))
    .leftJoin(account, eq(account.id, suppression.liftedById))
    .where(and(visible(organizationId), condition))
}

export type ShownSuppression = ReturnType<typeof shown>

/** Whose mail it was that caused it is a neighbour's own: of that mail nothing is told, nor what was answered to it. */
function shown(row: Awaited<ReturnType<typeof listWhere>>[number]) {
  const {
    isOwn,
    outboxId,
    kind,
    subject,
    recipientName,
    sentAt,
    eventId,
    eventSlug,
    eventTitle,
    words,
    status,
    ...rest
  } = row
  const mail =
    isOwn && outboxId && kind
      ? {
          id: outboxId,
          kind,
          subject,
          sentAt,
          eventId,
          eventSlug,
          eventTitle,
          recipientName: recipientName ?? '',
        }
      : null
  const isOthers = outboxId !== null && !isOwn
  return {
    ...rest,
    isOthers,
    mail,
    words: isOthers ? '' : (words ?? ''),
    status: isOthers ? '' : (status ?? ''),
    mayLift: mayLift({ isOthers, cause: rest.cause }),
  }
}

/** Who complained of another organization's mail is asked by that one, if anybody. */
function mayLift({ isOthers, cause }: { isOthers: boolean; cause: string }): boolean {
  return !(isOthers && cause === 'complaint')
}

/** The addresses that are not written to, newest first: standing ones, with these words in them, or lifted ones. */
export async function listSuppressions(
  ctx: Context,
  organizationId: string,
  { q = '', lifted = false }: { q?: string; lifted?: boolean } = {},
) {
  await requireOrganizationRight(ctx, 'outbox.read', organizationId)
  const words = await searchedWords(q)
  const text = sql`search_text(${suppression.email} || ' ' || coalesce(${outbox.recipientName}, ''))`
  const rows = await listWhere(
    organizationId,
    and(
      lifted ? isNotNull(suppression.liftedAt) : isNull(suppression.liftedAt),
      ...words.map((word) => holdsWord(text, word)),
    ),
  )
    .orderBy(desc(lifted ? suppression.liftedAt : suppression.createdAt), suppression.id)
    .limit(lifted ? 20 : mostListed + 1)
  return { suppressions: rows.slice(0, mostListed).map(shown), hasMore: rows.length > mostListed }
}

/** One that the organization may see, or refused. */
export async function getSuppression(ctx: Context, organizationId: string, id: string) {
  await requireOrganizationRight(ctx, 'outbox.read', organizationId)
  const [found] = uuid.test(id) ? await listWhere(organizationId, eq(suppression.id, id)) : []
  if (!found) throw new Refusal('suppression-missing', 'missing')
  return shown(found)
}

/** What became of the organization's own mails to an address, newest first. */
export async function listBouncesOf(organizationId: string, email: string) {
  return database()
    .select({
      id: bounce.id,
      verdict: bounce.verdict,
      words: bounce.words,
      status: bounce.status,
      receivedAt: bounce.receivedAt,
      mailId: outbox.id,
      kind: outbox.kind,
      eventSlug: event.slug,
    })
    .from(bounce)
    .innerJoin(outbox, eq(outbox.id, bounce.outboxId))
    .leftJoin(event, eq(event.id, outbox.eventId))
    .where(and(eq(bounce.recipient, email), isOwnMail(organizationId, sql`${outbox.id}`)))
    .orderBy(desc(bounce.receivedAt))
    .limit(20)
}
