import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { activity, contact, listCount, outbox, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { organization } from '#tests/factories/organizations.ts'
import { confirmSubscription } from './confirm-subscription.server.ts'
import { readPreferencesToken, readSubscriptionToken } from './contact-links.server.ts'
import { joinList, joinLists } from './join-lists.server.ts'
import { leaveList } from './leave-list.server.ts'

await testDatabase()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const at = (days: number, locale: 'vi' | 'en' = 'vi') => visitor(locale, inDays(days))

const mailsTo = (email: string) =>
  database()
    .select()
    .from(outbox)
    .where(and(sql`lower(${outbox.recipientEmail}) = lower(${email})`, eq(outbox.kind, 'list-asked')))
    .orderBy(outbox.createdAt)
const linkIn = (mail: { secret: string | null } | undefined) =>
  (JSON.parse(openSecret(mail?.secret ?? '')) as { link: string }).link
const standings = (listId: string) =>
  database()
    .select({ standing: subscription, email: contact.email, id: contact.id })
    .from(subscription)
    .innerJoin(contact, eq(contact.id, subscription.contactId))
    .where(eq(subscription.listId, listId))
const counted = async (listId: string) => {
  const [row] = await database().select().from(listCount).where(eq(listCount.listId, listId))
  return row && [row.waiting, row.confirmed, row.gone]
}

async function joining() {
  const of = await list()
  const email = `reader-${nextNumber()}@example.org`
  const join = (ctx = visitor(), typed = email) =>
    joinList(ctx, { email: typed, language: 'en', consent: of.consentId })
  const own = async () => {
    const [row] = await standings(of.id)
    if (!row) throw new Error('nobody')
    return row
  }
  const confirm = async (ctx = visitor()) =>
    confirmSubscription(ctx, { contactId: (await own()).id, listId: of.id, consentId: of.consentId })
  return { of, email, join, own, confirm }
}

test('whoever leaves is told at once where Vietnamese rules ask for it, and nowhere else', async () => {
  for (const advertisingRules of [true, false]) {
    const of = await list({ organizationId: (await organization({ advertisingRules })).id })
    const { id: contactId, email } = await contactOn(of)
    await leaveList(visitor(), { contactId, listId: of.id, by: 'one-click' })
    await leaveList(visitor(), { contactId, listId: of.id, by: 'one-click' })
    const mails = await mailsTo(email)
    expect(mails).toHaveLength(advertisingRules ? 1 : 0)
    for (const mail of mails) {
      const { message } = await composeMail(mail, await findMailBasis([mail]))
      expect(message.text).toContain(of.title.vi)
      expect(readPreferencesToken(linkIn(mail))).toBe(contactId)
    }
  }
})

describe('whoever asks to be on a list', () => {
  it('waits until the owner of the address confirms by the mailed link; the text they read is kept', async () => {
    const { of, email, join, own, confirm } = await joining()
    await join(at(0, 'en'))
    expect((await own()).standing).toMatchObject({
      state: 'waiting',
      place: 'page',
      consentId: of.consentId,
      consentLocale: 'en',
      confirmedAt: null,
    })
    expect(await counted(of.id)).toEqual([1, 0, 0])
    const [mail, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    if (!mail) throw new Error('no mail')
    expect(readSubscriptionToken(linkIn(mail))).toBe((await own()).id)
    const { message, kept } = await composeMail(mail, await findMailBasis([mail]))
    expect(message.text).toContain(`/subscriptions/${linkIn(mail)}`)
    expect(message.text).toContain(of.title.en)
    expect(JSON.stringify(kept)).not.toContain(linkIn(mail))
    await confirm(at(0, 'vi'))
    expect((await own()).standing).toMatchObject({ state: 'confirmed', consentLocale: 'vi' })
    expect(await counted(of.id)).toEqual([0, 1, 0])
  })

  it('twice at once is one contact and one mail', async () => {
    const { of, email, join } = await joining()
    await Promise.all([
      join(),
      join(),
      join(visitor(), email.toUpperCase().replace('EXAMPLE.ORG', 'example.org')),
    ])
    expect(await standings(of.id)).toHaveLength(1)
    expect(await mailsTo(email)).toHaveLength(1)
  })

  it('and confirms twice at once is confirmed once', async () => {
    const { of, join, own, confirm } = await joining()
    await join()
    await Promise.all([confirm(), confirm(), confirm()])
    const said = and(eq(activity.subjectId, (await own()).id), eq(activity.verb, 'contact.confirmed'))
    expect(await database().$count(activity, said)).toBe(1)
    expect(await counted(of.id)).toEqual([0, 1, 0])
  })

  it('is mailed once more after a day, and then no more', async () => {
    const { email, join } = await joining()
    for (const day of [0, 0.5, 1.5, 3, 5]) await join(at(day))
    expect(await mailsTo(email)).toHaveLength(2)
  })

  it('and is on it already hears so, by a link to what they chose', async () => {
    const { email, join, own, confirm } = await joining()
    await join()
    await confirm()
    await join(at(2))
    const [, told] = await mailsTo(email)
    if (!told) throw new Error('no second mail')
    expect(readPreferencesToken(linkIn(told))).toBe((await own()).id)
    const { message } = await composeMail(told, await findMailBasis([told]))
    expect(message.text).toContain('/preferences/')
    expect((await own()).standing.state).toBe('confirmed')
  })

  it('joins several lists of one body by one mail, of two by two; a list asked for later that day by none', async () => {
    const first = await list()
    const second = await list({ organizationId: first.organizationId })
    const third = await list({ organizationId: first.organizationId })
    const elsewhere = await list()
    const email = `reader-${nextNumber()}@example.org`
    const join = (...consents: string[]) =>
      joinLists(visitor(), { email, language: 'vi', consents, place: 'registration' })
    await join(first.consentId, elsewhere.consentId, second.consentId)
    expect(await mailsTo(email)).toHaveLength(2)
    await join(third.consentId)
    expect(await mailsTo(email)).toHaveLength(2)
    const [waiting] = await standings(third.id)
    expect(waiting?.standing).toMatchObject({ state: 'waiting', mailedAt: null, place: 'registration' })
    // The link that was mailed confirms it all the same.
    await confirmSubscription(visitor(), {
      contactId: waiting?.id ?? '',
      listId: third.id,
      consentId: third.consentId,
    })
    expect(await counted(third.id)).toEqual([0, 1, 0])
  })

  it('is refused after too many from one network or to one mailbox, whether the address is known or not', async () => {
    const { of, join } = await joining()
    const near = (n: number) => ({ ...visitor(), source: `203.0.113.${n}` })
    const other = (n: number) =>
      joinList(near(n), { email: `n${n}@example.org`, language: 'vi', consent: of.consentId })
    for (let n = 0; n < 30; n++) await other(n)
    await expect(other(31)).rejects.toMatchObject({ kind: 'too-many' })
    for (let n = 0; n < 8; n++) await join()
    await expect(join()).rejects.toMatchObject({ kind: 'too-many' })
  })

  it('joins no list that was closed', async () => {
    const of = await list({ archivedAt: new Date() })
    const join = joinList(visitor(), { email: 'a@example.org', language: 'vi', consent: of.consentId })
    await expect(join).rejects.toMatchObject({ code: 'list-closed' })
    expect(await standings(of.id)).toEqual([])
  })
})

describe('whoever leaves a list', () => {
  it('leaves that one alone, as often as they press, and does not come back by the old mail', async () => {
    const { of, join, own, confirm } = await joining()
    const other = await list({ organizationId: of.organizationId })
    await join()
    await confirm()
    const { id } = await own()
    const stays = await contactOn(other)
    const leave = () => leaveList(visitor(), { contactId: id, listId: of.id, by: 'one-click' })
    const pressed = await Promise.all([leave(), leave()])
    expect(pressed.filter(Boolean)).toHaveLength(1)
    expect(await counted(of.id)).toEqual([0, 0, 1])
    expect(await counted(other.id)).toEqual([0, 1, 0])
    expect(stays.id).not.toBe(id)
    await expect(confirm()).rejects.toMatchObject({ code: 'list-link-gone' })
  })

  it('may ask again later, and waits again', async () => {
    const { of, email, join, own, confirm } = await joining()
    await join()
    await confirm()
    await leaveList(visitor(), { contactId: (await own()).id, listId: of.id, by: 'page' })
    await join(at(3))
    expect((await own()).standing).toMatchObject({ state: 'waiting', leftAt: null, confirmedAt: null })
    expect(await mailsTo(email)).toHaveLength(2)
    await confirm(at(3))
    expect(await counted(of.id)).toEqual([0, 1, 0])
  })
})

it('counts what stands there, whatever writes it', async () => {
  const of = await list()
  for (const state of ['waiting', 'confirmed', 'confirmed', 'left'] as const) await contactOn(of, { state })
  const written = () =>
    database()
      .select({
        waiting: sql<number>`count(*) filter (where state = 'waiting')::int`,
        confirmed: sql<number>`count(*) filter (where state = 'confirmed')::int`,
        gone: sql<number>`count(*) filter (where state = 'left')::int`,
      })
      .from(subscription)
      .where(eq(subscription.listId, of.id))
      .then(([row]) => row && [row.waiting, row.confirmed, row.gone])
  expect(await counted(of.id)).toEqual([1, 2, 1])
  await database().update(subscription).set({ state: 'left' }).where(eq(subscription.listId, of.id))
  expect(await counted(of.id)).toEqual(await written())
  await database().delete(contact).where(eq(contact.organizationId, of.organizationId))
  expect(await counted(of.id)).toEqual([0, 0, 0])
  expect(await written()).toEqual([0, 0, 0])
})
