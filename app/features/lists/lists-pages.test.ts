import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contact, initiative, initiativeOrganization, outbox, subscription } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { organization } from '#tests/factories/organizations.ts'
import { getPage, postForm } from '#tests/factories/requests.ts'
import * as confirmation from './confirmation.tsx'
import {
  preferencesToken,
  preferencesUrl,
  subscriptionToken,
  unsubscribeToken,
  unsubscribeUrl,
} from './domain/contact-links.server.ts'
import { preferencesPath, subscriptionPath, unsubscribePath } from './domain/contact-paths.ts'
import { listMailsTo } from './domain/mail-history.server.ts'
import { listListsOfInitiative } from './domain/public-list.server.ts'
import { action as leave } from './leaving.ts'
import * as page from './list-page.tsx'
import * as preferences from './preferences.tsx'
import { action as refuse } from './refusal.ts'
import * as unsubscribe from './unsubscribe.tsx'

const { db } = await testDatabase()

const standing = async (listId: string, contactId: string) => {
  const [row] = await db
    .select()
    .from(subscription)
    .where(and(eq(subscription.listId, listId), eq(subscription.contactId, contactId)))
  return row
}
const statusOf = (answer: unknown) =>
  answer instanceof Response
    ? answer.status
    : ((answer as { init?: { status?: number } }).init?.status ?? 200)

describe('the page of a list', () => {
  const post = async (slug: string, fields: Record<string, string>) => {
    const request = postForm(`/en/lists/${slug}`, fields)
    return page.action({ request, params: { lang: 'en', list: slug }, context: {} })
  }

  it('answers the same whether the address is on it, waits or is new', async () => {
    const of = await list()
    const known = await contactOn(of)
    const waiting = await contactOn(of, { state: 'waiting' })
    const answers = []
    for (const email of [known.email, waiting.email, `new-${nextNumber()}@example.org`]) {
      const answer = await post(of.slug, { email, language: 'en', consent: of.consentId })
      answers.push([statusOf(answer), answer instanceof Response && answer.headers.get('Location')])
    }
    expect(answers).toEqual(Array(3).fill([303, `/en/lists/${of.slug}?done=asked`]))
    expect((await standing(of.id, known.id))?.state).toBe('confirmed')
  })

  it('knows who came from an initiative of its organization, and believes nobody else', async () => {
    const of = await list()
    const slug = `initiative-${nextNumber()}`
    const [made] = await db
      .insert(initiative)
      .values({ slug, name: { vi: 'Bạn điện ảnh', en: 'Friends of film' }, summary: {}, description: {} })
      .returning()
    await db
      .insert(initiativeOrganization)
      .values({ initiativeId: made?.id ?? '', organizationId: of.organizationId })
    const [led] = await listListsOfInitiative(made?.id ?? '')
    expect(led).toMatchObject({ id: of.id, slug: of.slug })
    const foreign = await list()
    const placeAfter = async (at: typeof of) => {
      const email = `from-${nextNumber()}@example.org`
      await post(at.slug, { email, language: 'vi', consent: at.consentId, initiative: slug })
      const [row] = await db.select().from(contact).where(eq(contact.email, email))
      return (await standing(at.id, row?.id ?? ''))?.place
    }
    expect([await placeAfter(of), await placeAfter(foreign)]).toEqual(['initiative', 'page'])
  })

  it('keeps what was typed where something is wrong', async () => {
    const of = await list()
    const answer = await post(of.slug, {
      email: 'no address',
      language: 'en',
      name: 'Lan',
      consent: of.consentId,
    })
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: {
        values: { email: 'no address', name: 'Lan' },
        errors: { email: { message: 'shared.form.email' } },
      },
    })
  })

  it('of one that was closed says so, and of one that is none nothing', async () => {
    const of = await list({ archivedAt: new Date() })
    const load = (slug: string) =>
      page.loader({ request: getPage(`/vi/lists/${slug}`), params: { lang: 'vi', list: slug }, context: {} })
    expect(statusOf(await load(of.slug))).toBe(410)
    await expect(load('none')).rejects.toMatchObject({ kind: 'missing' })
    const answer = await post(of.slug, { email: 'a@example.org', language: 'vi', consent: of.consentId })
    expect(answer).toMatchObject({ init: { status: 409 } })
  })
})

describe('the link that confirms', () => {
  it('confirms nothing by being opened, and the one list by its button', async () => {
    const of = await list()
    const { id } = await contactOn(of, { state: 'waiting' })
    const path = subscriptionPath(subscriptionToken(id))
    const args = { params: { token: subscriptionToken(id) }, context: {} }
    const shown = await confirmation.loader({ request: getPage(path), ...args })
    expect(shown.data?.waiting).toMatchObject([{ listId: of.id, consent: { id: of.consentId } }])
    expect((await standing(of.id, id))?.state).toBe('waiting')
    const pressed = postForm(path, { list: of.id, consent: of.consentId })
    expect(statusOf(await confirmation.action({ request: pressed, ...args }))).toBe(303)
    expect((await standing(of.id, id))?.state).toBe('confirmed')
  })

  it('forgets whoever never asked, and keeps who stands on another list', async () => {
    const of = await list()
    const other = await list({ organizationId: of.organizationId })
    const stranger = await contactOn(of, { state: 'waiting' })
    const reader = await contactOn(other)
    await db.insert(subscription).values({
      listId: of.id,
      contactId: reader.id,
      state: 'waiting',
      place: 'page',
      consentId: of.consentId,
      consentLocale: 'vi',
      askedAt: new Date(),
    })
    for (const { id } of [stranger, reader]) {
      const token = subscriptionToken(id)
      await refuse({
        request: postForm(`/subscriptions/${token}/refusal`, {}),
        params: { token },
        context: {},
      })
    }
    expect(await db.$count(contact, eq(contact.id, stranger.id))).toBe(0)
    expect(await standing(of.id, reader.id)).toBe(undefined)
    expect((await standing(other.id, reader.id))?.state).toBe('confirmed')
  })
})

describe('the link to leave', () => {
  async function reader() {
    const of = await list()
    const other = await list({ organizationId: of.organizationId })
    const made = await contactOn(of)
    await db.insert(subscription).values({
      listId: other.id,
      contactId: made.id,
      state: 'confirmed',
      place: 'page',
      consentId: other.consentId,
      consentLocale: 'vi',
      askedAt: new Date(),
      confirmedAt: new Date(),
    })
    const token = unsubscribeToken(made.id, of.id)
    const path = unsubscribePath(token)
    const args = { params: { token }, context: {} }
    return { of, other, made, path, args }
  }

  it('is the one in the header of a mail, and leaves nothing by being opened', async () => {
    const { of, made, path, args } = await reader()
    expect(unsubscribeUrl(made.id, of.id)).toMatch(new RegExp(`^https?://[^/]+${path}$`))
    expect(statusOf(await unsubscribe.loader({ request: getPage(path), ...args }))).toBe(200)
    expect((await standing(of.id, made.id))?.state).toBe('confirmed')
  })

  it.each([
    ['as a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'in parts',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('one click %s leaves that list alone, answers 200, and may come again', async (_, type, body) => {
    const { of, other, made, path, args } = await reader()
    for (let n = 0; n < 2; n++) {
      const request = new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'Content-Type': type, Origin: 'https://mail.example' },
        body,
      })
      expect(statusOf(await unsubscribe.action({ request, ...args }))).toBe(200)
    }
    expect((await standing(of.id, made.id))?.state).toBe('left')
    expect((await standing(other.id, made.id))?.state).toBe('confirmed')
  })

  it('our own button leads back to the page, which says that it is done', async () => {
    const { path, args } = await reader()
    const answer = await unsubscribe.action({ request: postForm(path, {}), ...args })
    expect(answer instanceof Response && answer.headers.get('Location')).toBe(path)
    const { data } = await unsubscribe.loader({ request: getPage(path), ...args })
    expect(data?.state).toBe('left')
  })

  it('that was forged, or made for something else, opens and leaves nothing', async () => {
    const { of, made } = await reader()
    for (const token of ['x', preferencesToken(made.id), unsubscribeToken(of.id, made.id)]) {
      const args = { params: { token }, context: {} }
      const path = `/unsubscribe/${token}`
      expect(statusOf(await unsubscribe.loader({ request: getPage(path), ...args }))).toBe(410)
      await unsubscribe.action({ request: postForm(path, {}), ...args })
    }
    expect((await standing(of.id, made.id))?.state).toBe('confirmed')
  })
})

describe('the page of preferences', () => {
  it('changes language and how often, and stops one list', async () => {
    const of = await list()
    const { id } = await contactOn(of)
    const token = preferencesToken(id)
    const args = { params: { token }, context: {} }
    expect(preferencesUrl(id)).toContain(preferencesPath(token))
    const save = (fields: Record<string, string>) =>
      preferences.action({ request: postForm(preferencesPath(token), fields), ...args })
    expect(statusOf(await save({ language: 'en', weekly: '2' }))).toBe(303)
    const [row] = await db.select().from(contact).where(eq(contact.id, id))
    expect(row).toMatchObject({ locale: 'en', weeklyLimit: 2 })
    const same = (await save({ language: 'en', weekly: '2' })) as Response
    expect(same.headers.get('Nothing-Changed')).toBe('yes')
    await leave({ request: postForm(`${preferencesPath(token)}/leaving`, { list: of.id }), ...args })
    expect((await standing(of.id, id))?.state).toBe('left')
    const { data } = await preferences.loader({ request: getPage(preferencesPath(token)), ...args })
    expect(data?.listings).toMatchObject([{ state: 'left' }])
  })

  it('shows every mail that this organization sent to the address, and none of another', async () => {
    const body = await organization()
    const of = await list({ organizationId: body.id })
    const { email } = await contactOn(of)
    const own = await event({ hosts: [body] })
    const foreign = await event({ hosts: [await organization()] })
    const sent = (subject: string, values: { eventId?: string; organizationId?: string }, to = email) => ({
      ...values,
      kind: 'reminder' as const,
      locale: 'vi' as const,
      recipientName: '',
      recipientEmail: to,
      messageId: `<${nextNumber()}@example.org>`,
      state: 'sent' as const,
      subject,
      createdAt: new Date(Date.now() - nextNumber()),
    })
    await db
      .insert(outbox)
      .values([
        sent('own event', { eventId: own.id }),
        sent('own list', { organizationId: body.id }, email.toUpperCase()),
        sent('foreign event', { eventId: foreign.id }),
        sent('of the service', {}),
        sent('somebody else', { eventId: own.id }, 'else@example.org'),
      ])
    const { mails } = await listMailsTo({ email, organizationId: body.id })
    expect(mails.map(({ subject }) => subject).sort()).toEqual(['own event', 'own list'])
  })

  it('goes on to earlier mails', async () => {
    const body = await organization()
    const { email } = await contactOn(await list({ organizationId: body.id }))
    await db.execute(sql`
      insert into outbox (organization_id, kind, locale, recipient_name, recipient_email, message_id, state, subject, created_at)
      select ${body.id}, 'list-asked', 'vi', '', ${email}, '<' || gen_random_uuid() || '@x>', 'sent', n::text,
        now() - make_interval(mins => n)
      from generate_series(1, 120) n`)
    const seen: (string | null)[] = []
    for (let before: Date | undefined, more = true; more; ) {
      const { mails, older } = await listMailsTo({ email, organizationId: body.id }, before)
      seen.push(...mails.map(({ subject }) => subject))
      more = older !== null
      before = older ?? undefined
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(n + 1)))
  })
})
