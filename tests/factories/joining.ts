import { eq, sql } from 'drizzle-orm'
import { confirmJoining } from '#app/features/supporters/domain/confirm-joining.server.ts'
import { consentTexts, textsKey } from '#app/features/supporters/domain/consent-texts.server.ts'
import { initiativeOf } from '#app/features/supporters/domain/initiative-of.server.ts'
import { joinInitiative } from '#app/features/supporters/domain/join-initiative.server.ts'
import type { JoiningInput } from '#app/features/supporters/supporters.schema.ts'
import { contact, list, outbox, subscription, supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { visitor } from './contexts.ts'
import { nextNumber } from './numbers.ts'
import { organization } from './organizations.ts'
import { initiativeWith } from './supporters.ts'

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
export const at = (days: number, locale: 'vi' | 'en' = 'vi') => visitor(locale, inDays(days))

/** What was mailed to an address, the first first. */
export const mailsTo = (email: string) =>
  database()
    .select()
    .from(outbox)
    .where(sql`lower(${outbox.recipientEmail}) = lower(${email})`)
    .orderBy(outbox.createdAt)
export const whatOf = (mail: { facts: Record<string, unknown> }) =>
  (mail.facts.supporting as { what: string } | undefined)?.what
export const standings = (initiativeId: string) =>
  database().select().from(supporter).where(eq(supporter.initiativeId, initiativeId))
/** Where an address stands with lists of news. */
export const newsOf = (email: string) =>
  database()
    .select({ state: subscription.state, place: subscription.place, organizationId: list.organizationId })
    .from(subscription)
    .innerJoin(list, eq(list.id, subscription.listId))
    .innerJoin(contact, eq(contact.id, subscription.contactId))
    .where(sql`lower(${contact.email}) = lower(${email})`)

/** Somebody who would join an initiative of two bodies, and the steps of it. */
export async function joining(given: Partial<JoiningInput> = {}) {
  const bodies = [await organization(), await organization()]
  const of = await initiativeWith(bodies)
  const email = `phim-${nextNumber()}@example.org`
  const texts = textsKey(consentTexts(await initiativeOf(of.id)))
  const usual: JoiningInput = {
    name: 'Trần Nhà Phim',
    email,
    kind: 'film-maker',
    body: '',
    country: 'VN',
    offers: 'Kịch bản',
    seeks: '',
    language: 'vi',
    listed: true,
    news: true,
    texts,
    ...given,
  }
  const join = (ctx = visitor(), more: Partial<JoiningInput> = {}, code: string | null = null) =>
    joinInitiative(ctx, of.slug, { ...usual, ...more }, code)
  const own = async () => {
    const [row] = await standings(of.id)
    if (!row) throw new Error('nobody')
    return row
  }
  const confirm = async (ctx = visitor()) => {
    const { id, revision } = await own()
    return confirmJoining(ctx, { supporterId: id, seen: revision })
  }
  return { of, bodies, email, texts, usual, join, own, confirm }
}
