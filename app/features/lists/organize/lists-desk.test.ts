import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { act, activity, consentText, contact, list as lists, outbox, subscription } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { listContacts } from '../domain/contact-rows.server.ts'
import { eraseContact } from '../domain/erase-contact.server.ts'
import { forgetWaiting } from '../domain/forget-waiting.server.ts'
import { joinList } from '../domain/join-lists.server.ts'
import { getList } from '../domain/lists.server.ts'
import { resendAsk } from '../domain/resend-ask.server.ts'
import * as allLists from './all-lists.tsx'
import { loader as csv } from './contacts-csv.ts'
import * as importing from './import-page.tsx'
import * as settings from './list-settings.tsx'
import { loader as contactPage } from './one-contact.tsx'

const { db } = await testDatabase()
const day = 86_400_000

async function desk() {
  const body = await organization()
  const of = await list({ organizationId: body.id })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer', { locale: 'en' }))
  const path = `/organize/organizations/${body.slug}/lists`
  const params = { organization: body.slug, list: of.id }
  return { body, of, cookie, path, params }
}

describe('a list', () => {
  it('is made with an address from its title; one that is taken is refused at its field', async () => {
    const { body, cookie, path, params } = await desk()
    const add = (fields: Record<string, string>) =>
      allLists.action({ request: postForm(path, fields, cookie), params, context: {} })
    const name = `Film news ${nextNumber()}`
    const fields = {
      'title.vi': 'Tin phim',
      'title.en': name,
      'consent.vi': 'Tôi đồng ý.',
      'description.vi': '',
    }
    expect(await add(fields)).toMatchObject({ status: 303 })
    const [made] = await db
      .select()
      .from(lists)
      .where(and(eq(lists.organizationId, body.id), eq(lists.slug, name.toLowerCase().replaceAll(' ', '-'))))
    expect(made?.title).toMatchObject({ vi: 'Tin phim', en: name })
    expect(await add(fields)).toMatchObject({ status: 303 })
    const address = name.toLowerCase().replaceAll(' ', '-')
    expect(await db.$count(lists, eq(lists.slug, `${address}-2`))).toBe(1)
    expect(await add({ ...fields, slug: address })).toMatchObject({
      init: { status: 409 },
      data: { errors: { slug: { message: 'shared.refusal.list-address-taken' } } },
    })
    expect(await add({ 'title.vi': 'Không lời', 'description.vi': '', 'consent.vi': ' ' })).toMatchObject({
      init: { status: 400 },
      data: { errors: { consent: { vi: { message: 'lists.desk.consent-missing' } } } },
    })
  })

  it('keeps every wording that somebody agreed to', async () => {
    const { of, cookie, path, params } = await desk()
    const { id } = await contactOn(of)
    const page = await settings.loader({
      request: getPage(`${path}/${of.id}/settings`, cookie),
      params,
      context: {},
    })
    const values = page.data.values as {
      title: { vi: string; en: string }
      consent: { vi: string; en: string }
    }
    const send = (consent: { vi: string; en: string }) => {
      const fields = {
        base: footprint(page.data.values),
        'title.vi': values.title.vi,
        'title.en': values.title.en,
        'description.vi': 'Tin mỗi tháng.',
        'description.en': 'News each month.',
        'consent.vi': consent.vi,
        'consent.en': consent.en,
      }
      return settings.action({
        request: postForm(`${path}/${of.id}/settings`, fields, cookie),
        params,
        context: {},
      })
    }
    const same = (await send(values.consent)) as Response
    expect(same.headers.get('Nothing-Changed')).toBe('yes')
    expect(await send({ vi: 'Lời mới.', en: 'New words.' })).toMatchObject({ status: 303 })
    const versions = await db
      .select()
      .from(consentText)
      .where(eq(consentText.listId, of.id))
      .orderBy(consentText.version)
    expect(versions.map(({ version, text }) => [version, text.en])).toEqual([
      [1, values.consent.en],
      [2, 'New words.'],
    ])
    const shown = await contactPage({
      request: getPage(`/organize/organizations/${params.organization}/contacts/${id}`, cookie),
      params: { ...params, owner: id },
      context: {},
    })
    expect(shown.data.listings).toMatchObject([
      { consent: { version: 1 }, consentLocale: 'vi', place: 'page' },
    ])
  })
})

describe('its contacts', () => {
  it('come a page at a time, there and back, in one state or found by a word without diacritics', async () => {
    const { of } = await desk()
    const start = Date.now()
    for (let n = 0; n < 120; n++)
      await contactOn(of, {
        email: `p${n}-${nextNumber()}@example.org`,
        name: n % 40 === 0 ? `Đặng Hoàng ${n}` : '',
        createdAt: new Date(start - n * 1000),
        state: n % 10 === 0 ? 'left' : 'confirmed',
      })
    const seen: string[] = []
    let cursor: string | null = null
    let last: Awaited<ReturnType<typeof listContacts>> | undefined
    do {
      last = await listContacts(system(), of, { cursor })
      seen.push(...last.rows.map(({ email }) => email.split('-')[0] ?? ''))
      cursor = last.next
    } while (cursor)
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `p${n}`))
    const back = await listContacts(system(), of, { cursor: last.previous })
    expect(back.rows.map(({ email }) => email.split('-')[0])).toEqual(seen.slice(50, 100))
    const found = async (q: string, state?: 'left') =>
      (await listContacts(system(), of, { q, state })).rows.map(
        ({ name, email }) => name || email.split('-')[0],
      )
    expect(await found('dang hoang')).toEqual(['Đặng Hoàng 0', 'Đặng Hoàng 40', 'Đặng Hoàng 80'])
    expect(await found('p11', 'left')).toEqual(['p110'])
    expect(await found('nobody')).toEqual([])
  })

  it('are nobody else’s to see', async () => {
    const { of, params } = await desk()
    const stranger = await signInCookieOf(await memberOf(await organization(), 'admin'))
    const request = getPage(
      `/organize/organizations/${params.organization}/lists/${of.id}/contacts.csv`,
      stranger,
    )
    await expect(csv({ request, params, context: {} })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('are exported with what their consent rests on', async () => {
    const { of, cookie, path, params } = await desk()
    await contactOn(of, { email: 'one@example.org', name: '=cmd()', locale: 'en' })
    const answer = await csv({
      request: getPage(`${path}/${of.id}/contacts.csv`, cookie),
      params,
      context: {},
    })
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('"one@example.org"')
    expect(lines[1]).toContain('I wish to get news')
    expect(lines[1]).not.toContain('"=cmd()"')
  })

  it('are erased with their mails and what was done, and may come again', async () => {
    const { body, of } = await desk()
    const email = `gone-${nextNumber()}@example.org`
    await joinList(visitor(), { email, language: 'vi', consent: of.consentId })
    const [row] = await db.select().from(contact).where(eq(contact.email, email))
    if (!row) throw new Error('nobody')
    await eraseContact(system(), body.id, row.id)
    expect(await db.$count(contact, eq(contact.email, email))).toBe(0)
    expect(await db.$count(outbox, eq(outbox.recipientEmail, email))).toBe(0)
    expect(await db.$count(activity, eq(activity.subjectId, row.id))).toBe(0)
    await joinList(visitor(), { email, language: 'vi', consent: of.consentId })
    expect(await db.$count(outbox, eq(outbox.recipientEmail, email))).toBe(1)
  })

  it('who wait are asked once more by an organizer, and forgotten after a month', async () => {
    const { body, of } = await desk()
    const email = `slow-${nextNumber()}@example.org`
    await joinList(visitor(), { email, language: 'vi', consent: of.consentId })
    const [row] = await db.select().from(contact).where(eq(contact.email, email))
    const at = (days: number) => system(new Date(Date.now() + days * day))
    const resend = (days: number) =>
      resendAsk(at(days), { organizationId: body.id, contactId: row?.id ?? '', listId: of.id })
    await expect(resend(0.5)).rejects.toMatchObject({ code: 'list-asked-enough' })
    await resend(2)
    await expect(resend(4)).rejects.toMatchObject({ code: 'list-asked-enough' })
    expect(await db.$count(outbox, eq(outbox.recipientEmail, email))).toBe(2)
    const stays = await contactOn(of)
    await forgetWaiting(at(31))
    expect(await db.$count(contact, eq(contact.email, email))).toBe(1)
    await forgetWaiting(at(33))
    expect(await db.$count(contact, eq(contact.email, email))).toBe(0)
    expect(await db.$count(contact, eq(contact.id, stays.id))).toBe(1)
  })
})

describe('an import', () => {
  const text = [
    'Name,Email,Language',
    'Lan,lan@import.example,vi',
    'Emily,emily@import.example,en',
    ',nothing,',
  ].join('\n')
  async function importDesk() {
    const on = await desk()
    const path = `${on.path}/${on.of.id}/import`
    const send = (fields: Record<string, string>) =>
      importing.action({
        request: postForm(path, { text, ground: 'Cards of 2025', language: 'vi', ...fields }, on.cookie),
        params: on.params,
        context: {},
      })
    const shown = async () => {
      const answer = await send({})
      if (answer instanceof Response || !answer.data.shown) throw new Error('nothing was shown')
      return answer.data.shown
    }
    const standings = () =>
      db
        .select({ standing: subscription, email: contact.email })
        .from(subscription)
        .innerJoin(contact, eq(contact.id, subscription.contactId))
        .where(eq(subscription.listId, on.of.id))
        .orderBy(desc(contact.email))
    return { ...on, send, shown, standings }
  }

  it('needs a ground, and shows first who would be asked what', async () => {
    const on = await importDesk()
    expect(await on.send({ ground: ' ' })).toMatchObject({
      init: { status: 400 },
      data: { isGround: true, typed: { text } },
    })
    const { view, preview } = await on.shown()
    expect(view).toMatchObject({ asked: 2, known: 0, unclear: 1 })
    expect(preview.mails).toBe(2)
    const words = preview.people.flatMap(({ mails }) => mails.map((mail) => mail.words?.text ?? ''))
    expect(words.every((one) => one.includes('Cards of 2025'))).toBe(true)
    expect(await on.standings()).toEqual([])
  })

  it('lets people wait, by its ground; the same again asks nobody; one press takes it back', async () => {
    const on = await importDesk()
    const left = await contactOn(on.of, { email: 'emily@import.example', state: 'left' })
    const { preview } = await on.shown()
    expect(await on.send({ previewed: preview.print })).toMatchObject({ status: 303 })
    expect(
      (await on.standings()).map(({ email, standing }) => [email, standing.state, standing.ground]),
    ).toEqual([
      ['lan@import.example', 'waiting', 'Cards of 2025'],
      ['emily@import.example', 'left', null],
    ])
    const again = await on.shown()
    expect(again.view).toMatchObject({ asked: 0, known: 2 })
    const [made] = await db.select().from(act).where(eq(act.organizationId, on.body.id))
    await undoAct(system(), made?.id ?? '')
    expect((await on.standings()).map(({ email }) => email)).toEqual(['emily@import.example'])
    expect(await db.$count(contact, eq(contact.organizationId, on.body.id))).toBe(1)
    expect(await db.$count(outbox, eq(outbox.organizationId, on.body.id))).toBe(0)
    const counted = await getList(system(), on.body.id, on.of.id)
    expect([counted.waiting, counted.confirmed, counted.gone]).toEqual([0, 0, 1])
    expect(left.email).toBe('emily@import.example')
  })
})
