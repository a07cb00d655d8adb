import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { action as register } from '#app/features/registration/register.tsx'
import { forgetBrokenUploads } from '#app/features/speaking/domain/forget-broken-uploads.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { answerFile, event, file, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event as eventOf } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { handedIn, pdf, question } from '#tests/factories/questions.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, signInCookieOf } from '#tests/factories/requests.ts'
import { erasePastRegistrations } from '../domain/lifecycle/erase-past-registrations.server.ts'
import { personalToken } from '../domain/links/personal-link.server.ts'
import * as guestAnswers from '../organize/answering/guest-answers.tsx'
import { loader as guestFile } from '../organize/answering/guest-file.ts'
import { loader as csv } from '../organize/export/registrations-csv.ts'
import * as ownAnswers from './own-answers.tsx'
import { loader as ownFile } from './own-file.ts'

const { db } = await testDatabase()
const day = 24 * 3_600_000
type Fields = Record<string, string | File | (string | File)[]>
type Refused = {
  init: { status: number }
  data: { values: { answers: Record<string, string[]> }; errors: { answers?: object; form?: object } }
}

const typed = { name: 'Lê An', email: 'an@example.org', category: 'guest', language: 'en', consent: 'on' }
const kept = async () => (await db.select().from(answerFile)).map(({ value }) => value)
const files = () => db.$count(file)

beforeEach(async () => {
  await db.delete(answerFile)
  await db.delete(file)
})

function multipart(path: string, fields: Fields, cookie = ''): Request {
  const body = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const one of [values].flat()) body.append(name, one)
  return new Request(`http://localhost:3000${path}`, { method: 'POST', body, headers: { Cookie: cookie } })
}

let sources = 0
async function asking(values: Parameters<typeof eventOf>[0] = {}) {
  const body = await organization()
  const made = await eventOf({ hosts: [body], ...values })
  await question(made, { code: 'speaks', kind: 'yes-no' })
  const condition = { join: 'all' as const, terms: [{ about: 'speaks', test: 'is' as const, value: 'yes' }] }
  await question(made, { code: 'cv', kind: 'file', isRequired: true, condition })
  const params = { lang: 'en', event: made.slug }
  const send = (fields: Fields, source = `192.0.2.${++sources}`) =>
    withRequestStore({ requestId: 't', source, locale: 'en', nonce: '' }, async () =>
      register({
        request: multipart(`/en/events/${made.slug}/register`, {
          ...typed,
          'answers.speaks': 'yes',
          ...fields,
        }),
        params,
        context: {},
      }),
    ) as Promise<Response | Refused>
  const stored = async () => {
    const rows = await db.select().from(registrations).where(eq(registrations.eventId, made.id))
    return rows.map(({ answers }) => answers.cv?.values[0])
  }
  return { body, made, send, stored }
}

describe('a file as an answer', () => {
  it('is kept over a refusal, and belongs to the registration then', async () => {
    const { send, stored } = await asking()
    const refused = (await send({ 'answers.cv': pdf('Giới "thiệu".pdf'), consent: '' })) as Refused
    expect(refused.init.status).toBe(400)
    const [value = ''] = refused.data.values.answers.cv ?? []
    expect(value).toMatch(/^[\w-]{24}\/[0-9a-f]{16}\/Giới thiệu\.pdf$/)
    expect(await stored()).toEqual([])
    expect(await send({ 'answers.cv': [value, new File([], '')] })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual([value])
    expect(await kept()).toEqual([value])
  })

  it('sent twice by one press too many is one registration, with its page for both', async () => {
    const { send, stored } = await asking()
    const both = [await send({ 'answers.cv': pdf() }), await send({ 'answers.cv': pdf() })]
    const [first, second] = both.map((one) => (one as Response).headers.get('Location'))
    expect(first).toMatch(/^\/registrations\/[\w-]{43}$/)
    expect(second).toBe(first)
    expect(await stored()).toHaveLength(1)
    // Another file under the same name is another answer: the link goes by mail.
    const other = (await send({ 'answers.cv': pdf(undefined, 'y') })) as Response
    expect(other.headers.get('Location')).toMatch(/^\/registrations\/mailed/)
  })

  it('is not kept where it is not asked, nor while registration is closed', async () => {
    const { made, send, stored } = await asking()
    expect(await send({ 'answers.speaks': 'no', 'answers.cv': pdf() })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual([undefined])
    await db
      .update(event)
      .set({ registrationClosesAt: new Date(0) })
      .where(eq(event.id, made.id))
    await send({ email: 'late@example.org', 'answers.cv': pdf() })
    expect(await files()).toBe(0)
  })

  it.each([
    ['a page called a PDF', new File(['<html>'], 'a.pdf'), 'questions.fault.file-kind'],
    ['a program', new File(['MZ'], 'a.exe'), 'questions.fault.file-kind'],
    [
      'more than 10 MB',
      new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.pdf'),
      'questions.fault.file-large',
    ],
    ['the name of a file alone', 'cv.pdf', 'questions.fault.file-gone'],
    ['nothing', new File([], ''), 'shared.form.missing'],
  ])('is not taken when it is %s', async (_, sent, message) => {
    const { send } = await asking()
    const refused = (await send({ 'answers.cv': sent })) as Refused
    expect(refused).toMatchObject({
      init: { status: 400 },
      data: { errors: { answers: { cv: { message } } } },
    })
    expect(await files()).toBe(0)
  })

  it('is none of another event’s or another question’s', async () => {
    const [one, two] = [await asking(), await asking()]
    await question(one.made, { code: 'other', kind: 'file' })
    const refused = (await one.send({ 'answers.cv': pdf(), consent: '' })) as Refused
    const [value = ''] = refused.data.values.answers.cv ?? []
    const gone = { cv: { message: 'questions.fault.file-gone' } }
    expect(await two.send({ 'answers.cv': value })).toMatchObject({ data: { errors: { answers: gone } } })
    expect(await one.send({ 'answers.cv': pdf(), 'answers.other': value })).toMatchObject({
      data: { errors: { answers: { other: { message: 'questions.fault.file-gone' } } } },
    })
  })

  it('too many from one place are refused, with all that was typed', async () => {
    const { send } = await asking()
    const busy = '198.51.100.7'
    for (let at = 0; at < 100; at++) await send({ 'answers.cv': new File(['MZ'], 'a.exe') }, busy)
    const refused = (await send({ 'answers.cv': pdf() }, busy)) as Refused
    expect(refused.init).toMatchObject({ status: 429, headers: { 'Retry-After': expect.any(String) } })
    expect(refused.data.values).toMatchObject({ name: 'Lê An', answers: { speaks: ['yes'] } })
    expect(await files()).toBe(0)
  })
})

async function handed(values: Parameters<typeof eventOf>[0] = {}) {
  const of = await asking(values)
  const row = await registration(of.made.guest, {})
  const value = await handedIn(row, 'cv', { name: 'cv.pdf' })
  const token = personalToken(row.tokenSalt)
  const cookie = await signInCookieOf(await memberOf(of.body, 'organizer'))
  const desk = { event: of.made.slug, registration: row.id }
  const answers = async () =>
    (await db.select().from(registrations).where(eq(registrations.id, row.id)))[0]?.answers
  const own = (fields: Fields) =>
    ownAnswers.action({ request: multipart('/x', fields), params: { token }, context: {} })
  return { ...of, row, value, token, cookie, desk, answers, own }
}

describe('a file that was handed in', () => {
  it('is saved, never opened, by its owner and by those who may read answers', async () => {
    const { token, cookie, desk } = await handed()
    const own = await ownFile({ request: getPage('/x'), params: { token, answer: 'cv' }, context: {} })
    const request = getPage('/x', cookie)
    const theirs = await guestFile({ request, params: { ...desk, answer: 'cv' }, context: {} })
    for (const answer of [own, theirs]) {
      expect(await answer.text()).toBe('%PDF-1.4 cv.pdf')
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="cv.pdf"; filename*=UTF-8''cv.pdf`,
        'x-content-type-options': 'nosniff',
      })
    }
    const none = ownFile({ request: getPage('/x'), params: { token, answer: 'speaks' }, context: {} })
    await expect(none).rejects.toMatchObject({ code: 'answer-file-missing', kind: 'missing' })
  })

  it('stays, is replaced, or is taken back on the owner’s page', async () => {
    const { own, value, answers } = await handed()
    await own({ 'answers.speaks': 'yes', 'answers.cv': [value, new File([], '')] })
    expect((await answers())?.cv?.values).toEqual([value])
    await own({ 'answers.speaks': 'yes', 'answers.cv': [value, pdf('mới.pdf')] })
    expect((await answers())?.cv?.shown).toBe('mới.pdf')
    await own({ 'answers.speaks': 'no' })
    expect((await answers())?.cv).toBeUndefined()
  })

  it('is written down by an organizer, and stands in the export with its address', async () => {
    const { cookie, desk, answers, row, made } = await handed()
    await guestAnswers.action({
      request: multipart('/x', { 'answers.speaks': 'yes', 'answers.cv': pdf('thư.pdf') }, cookie),
      params: desk,
      context: {},
    })
    expect((await answers())?.cv?.shown).toBe('thư.pdf')
    const sheet = await csv({ request: getPage('/x', cookie), params: { event: made.slug }, context: {} })
    expect(await sheet.text()).toMatch(
      new RegExp(`thư\\.pdf http://\\S+/organize/events/${made.slug}/registrations/${row.id}/files/cv`),
    )
  })

  it('goes with whoever is erased or deleted, and with the event', async () => {
    const past = { startsAt: new Date(Date.now() - 9 * day), endsAt: new Date(Date.now() - 8 * day) }
    const erased = await handed({ ...past, retainUntil: new Date(Date.now() - day) })
    const [deleted, stays] = [await handed(), await handed()]
    await erasePastRegistrations(systemContext('clock'))
    expect(await kept()).toEqual([deleted.value, stays.value])
    await db.delete(registrations).where(eq(registrations.id, deleted.row.id))
    expect(await kept()).toEqual([stays.value])
    expect(await files()).toBe(1)
    await handedIn({ ...stays.row, id: crypto.randomUUID() }, 'cv')
    await db.delete(registrations).where(eq(registrations.eventId, stays.made.id))
    expect(await files()).toBe(1)
    await db.delete(event).where(eq(event.id, stays.made.id))
    expect(await files()).toBe(0)
    expect(await erased.answers()).toEqual({})
  })

  it('that nobody’s answer holds is thrown away after a day', async () => {
    const { row, value } = await handed()
    const old = new Date(Date.now() - 2 * day)
    const dropped = await handedIn({ ...row, id: crypto.randomUUID() }, 'cv', { at: old })
    await db.update(file).set({ createdAt: old })
    expect(await kept()).toContain(dropped)
    await forgetBrokenUploads(systemContext('clock'))
    expect(await kept()).toEqual([value])
    expect(await files()).toBe(1)
  })
})
