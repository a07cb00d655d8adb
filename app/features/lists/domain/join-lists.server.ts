import { and, eq, inArray, isNull } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempts, isOwnMachine } from '#app/shared/http/rate-limit.server.ts'
import { read } from '#app/shared/i18n/translated-text.ts'
import type { Locale, SubscriptionPlace } from '#app/shared/vocabulary.ts'
import { wideNetwork } from '#app/shared/wide-network.ts'
import { consentText, contact, list, organization, subscription } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { askMail } from './ask-mail.server.ts'
import { type Ask, askOf } from './asking.ts'
import { type LockedContact, lockContactOf } from './contact-row.server.ts'

const limits = {
  network: { limit: 30, seconds: 3600 },
  // Behind a proxy that is not trusted everybody comes from this machine.
  ownMachine: { limit: 1000, seconds: 3600 },
  mailbox: { limit: 8, seconds: 86_400 },
}

export type JoinInput = {
  email: string
  name?: string
  /** In which the mails are to be. */
  language: Locale
  /** The texts that were agreed to, by their ids: each is one version of one list's. */
  consents: readonly string[]
  place: Exclude<SubscriptionPlace, 'import'>
}

/** The same for one list, from its page. */
export function joinList(
  ctx: Context,
  {
    consent,
    place = 'page',
    ...input
  }: Omit<JoinInput, 'consents' | 'place'> & { consent: string; place?: 'page' | 'initiative' },
): Promise<void> {
  return joinLists(ctx, { ...input, consents: [consent], place })
}

/**
 * Somebody asks to be on lists. Nothing is theirs before the owner of the address opens the mailed link and presses a
 * button: one mail an address, organization and day, so many an hour from one network. What is answered is the same
 * whether the address was known.
 */
export async function joinLists(ctx: Context, input: JoinInput): Promise<void> {
  const network = isOwnMachine(ctx.source) ? limits.ownMachine : limits.network
  const ofNetwork = { key: `list:network:${wideNetwork(ctx.source)}`, ...network }
  await countAttempts(
    // A whole hall registers from one network, and registering has a limit of its own.
    ...(input.place === 'registration' ? [] : [ofNetwork]),
    { key: `list:mailbox:${mailboxKey(input.email)}`, ...limits.mailbox },
  )
  const texts = await listTexts(input.consents)
  if (texts.length === 0) throw new Refusal('list-closed', 'state')
  await withTransaction(async () => {
    for (const organizationId of new Set(texts.map((text) => text.organizationId))) {
      const own = texts.filter((text) => text.organizationId === organizationId)
      await askContact(ctx, input, own)
    }
  })
}

/** What these texts are about, of lists that can still be joined: in the order in which all lock. */
function listTexts(consents: readonly string[]) {
  return database()
    .select({
      id: consentText.id,
      text: consentText.text,
      listId: list.id,
      title: list.title,
      organizationId: list.organizationId,
      organization: organization.name,
    })
    .from(consentText)
    .innerJoin(list, eq(list.id, consentText.listId))
    .innerJoin(organization, eq(organization.id, list.organizationId))
    .where(and(inArray(consentText.id, [...consents]), isNull(list.archivedAt)))
    .orderBy(list.organizationId, list.id)
}

type ListText = Awaited<ReturnType<typeof listTexts>>[number]

async function askContact(ctx: Context, input: JoinInput, texts: ListText[]): Promise<void> {
  const [first] = texts
  if (!first) return
  const { email, name = '', language } = input
  const one = await lockContactOf(first.organizationId, { email, name, locale: language })
  const asks = new Map<Exclude<Ask, null>, ListText[]>()
  for (const text of texts) {
    const mail = await beginToWait(ctx, one, text, input)
    if (mail) asks.set(mail, [...(asks.get(mail) ?? []), text])
  }
  const open = [...(asks.get('asked') ?? []), ...(asks.get('again') ?? [])]
  const known = asks.get('known') ?? []
  if (open.length + known.length === 0) return
  await withTransaction(async (tx) => {
    await tx.update(contact).set({ askedAt: ctx.now }).where(eq(contact.id, one.id))
    await queueMail(
      askMail({
        contact: one,
        locale: language,
        organization: first.organization,
        lists: (open.length > 0 ? open : known).map(({ title, text }) => ({ title, text })),
        what: open.length > 0 ? 'asked' : 'known',
      }),
    )
  })
}

/** Where the contact stands with one list from now on; answers the mail that is owed for it. */
async function beginToWait(
  ctx: Context,
  one: LockedContact,
  text: ListText,
  { place }: JoinInput,
): Promise<Ask> {
  return withTransaction(async (tx) => {
    const own = and(eq(subscription.listId, text.listId), eq(subscription.contactId, one.id))
    const [before] = await tx.select().from(subscription).where(own)
    const { begins, mail } = askOf(before ?? null, one, ctx.now)
    const consent = { consentId: text.id, consentLocale: read(text.text, ctx.locale).lang }
    const mailed = {
      ...(mail === 'asked' && { mailedAt: ctx.now }),
      ...(mail === 'again' && { resentAt: ctx.now }),
    }
    if (!begins) {
      // An import that asks by itself stays one; the words they read now are the ones they agree to.
      if (before?.state === 'waiting')
        await tx
          .update(subscription)
          .set({ ...consent, ...mailed })
          .where(own)
      return mail
    }
    const asked = { ...consent, ...mailed, state: 'waiting' as const, place, askedAt: ctx.now }
    const anew = { ground: null, resentAt: null, confirmedAt: null, leftAt: null }
    await tx
      .insert(subscription)
      .values({ ...asked, listId: text.listId, contactId: one.id, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: [subscription.listId, subscription.contactId],
        set: { mailedAt: null, ...anew, ...asked },
      })
    await recordActivity(ctx, {
      verb: 'contact.asked',
      organizationId: text.organizationId,
      subjectId: one.id,
      details: { list: text.title, place, consent: text.id, locale: consent.consentLocale },
    })
    return mail
  })
}
