import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { loader as summary } from '#app/features/questions/organize/answer-summary.tsx'
import { systemContext } from '#app/shared/context.ts'
import { registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { category, event as eventOf } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { question, vegetarian } from '#tests/factories/questions.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { correctRegistration } from '../domain/guests/correct-registration.server.ts'
import { changeLanguage } from '../domain/lifecycle/change-answers.server.ts'
import { personalToken } from '../domain/links/personal-link.server.ts'
import * as guestAnswers from '../organize/answering/guest-answers.tsx'
import { loader as csv } from '../organize/export/registrations-csv.ts'
import { loader as listPage } from '../organize/registration-list.tsx'
import { registrationLoader } from '../organize/registration-view.server.ts'
import { loader as ownPage } from '../registration.tsx'
import * as ownAnswers from './own-answers.tsx'

const { db } = await testDatabase()

const given = (values: string[]) => ({
  values,
  asked: 'Câu hỏi?',
  shown: 'Trả lời',
  lang: 'vi' as const,
  at: '2025-03-01T00:00:00Z',
})

async function answered(values: Parameters<typeof eventOf>[0] = {}) {
  const body = await organization()
  const made = await eventOf({ hosts: [body], ...values })
  await vegetarian(made)
  const row = await registration(made.guest, { answers: { veg: given(['yes']), 'kind-of': given(['eggs']) } })
  const member = await memberOf(body, 'organizer')
  const cookie = await signInCookieOf(member)
  const stored = async () => {
    const [found] = await db.select().from(registrations).where(eq(registrations.id, row.id))
    return Object.fromEntries(Object.entries(found?.answers ?? {}).map(([code, one]) => [code, one.values]))
  }
  const token = personalToken(row.tokenSalt)
  const own = (fields: Record<string, string>) =>
    ownAnswers.action({
      request: postForm(`/registrations/${token}/questions`, fields),
      params: { token },
      context: {},
    })
  const desk = { event: made.slug, registration: row.id }
  return { made, body, row, stored, token, own, desk, cookie, ctx: signedIn(member) }
}

describe('an attendee', () => {
  it('sees their answers as they were asked, and changes them while registration is open', async () => {
    const { token, own, stored, made } = await answered()
    await db.update(registrations).set({ revision: 1 })
    const page = await ownPage({
      request: getPage(`/registrations/${token}`),
      params: { token },
      context: {},
    })
    expect(page).toMatchObject({
      mayAnswer: true,
      answers: [{ code: 'veg', asked: 'Câu hỏi?', shown: 'Trả lời' }, {}],
    })
    expect(await own({ 'answers.veg': 'yes' })).toMatchObject({ init: { status: 400 } })
    expect(await own({ 'answers.veg': 'no', 'answers.kind-of': 'eggs' })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual({ veg: ['no'] })
    expect(made.slug).not.toBe('')
  })

  it('cannot once registration is closed', async () => {
    const { own, stored, token } = await answered({ registrationClosesAt: new Date(Date.now() - 1000) })
    await expect(own({ 'answers.veg': 'no' })).rejects.toMatchObject({ code: 'answers-closed' })
    expect(await stored()).toEqual({ veg: ['yes'], 'kind-of': ['eggs'] })
    const page = await ownPage({
      request: getPage(`/registrations/${token}`),
      params: { token },
      context: {},
    })
    expect(page.mayAnswer).toBe(false)
  })

  it('keeps nothing that is no longer asked in another language', async () => {
    const { made, row, token, stored } = await answered()
    const term = { about: '@language', test: 'is' as const, value: 'vi' }
    await question(made, { code: 'phone', condition: { join: 'all', terms: [term] } })
    await db
      .update(registrations)
      .set({ answers: { ...row.answers, phone: given(['090']) } })
      .where(eq(registrations.id, row.id))
    await changeLanguage(systemContext('test'), token, 'en')
    expect(await stored()).toEqual({ veg: ['yes'], 'kind-of': ['eggs'] })
  })
})

describe('an organizer', () => {
  it('writes down what a guest said, of every moment, and need not know all', async () => {
    const { made, stored, desk, cookie } = await answered()
    await question(made, { code: 'badge', moment: 'door', isRequired: true })
    const send = (fields: Record<string, string>) =>
      guestAnswers.action({ request: postForm('/organize', fields, cookie), params: desk, context: {} })
    expect(await send({ 'answers.veg': 'no', 'answers.badge': 'An' })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual({ veg: ['no'], badge: ['An'] })
    const page = await registrationLoader({
      request: getPage('/organize', cookie),
      params: desk,
      context: {},
    })
    expect(page.answers.map(({ code }) => code)).toEqual(['veg', 'badge'])
    expect(await send({})).toMatchObject({ status: 303 })
    expect(await stored()).toEqual({})
  })

  it('narrows the list by an answer, and sees it in figures; the door does neither', async () => {
    const { made, desk, cookie, body } = await answered()
    await registration(made.guest, { name: 'No', answers: { veg: given(['no']) } })
    await registration(made.guest, { name: 'Silent' })
    const listed = async (query: string, of = cookie) => {
      const request = getPage(`/organize?${query}`, of)
      return (await listPage({ request, params: desk, context: {} })).rows.map(({ name }) => name)
    }
    expect(await listed('answer=veg%3Dno')).toEqual(['No'])
    expect(await listed('answer=veg%3D')).toEqual(['Silent'])
    expect(await listed('answer=kind-of%3Deggs&sort=name')).toHaveLength(1)
    expect(await listed('answer=%27%7B')).toHaveLength(3)
    const door = await signInCookieOf(await memberOf(body, 'door'))
    await expect(listed('answer=veg%3Dno', door)).rejects.toMatchObject({ kind: 'rights' })
    expect(await listed('', door)).toHaveLength(3)
    const seen = await registrationLoader({ request: getPage('/organize', door), params: desk, context: {} })
    expect(seen.answers).toEqual([])
    const { data } = await summary({ request: getPage('/organize', cookie), params: desk, context: {} })
    expect(data).toMatchObject({
      guests: 3,
      figures: [
        { code: 'veg', answered: 2, rows: [], few: ['Có', 'Không'] },
        { code: 'kind-of', answered: 1 },
      ],
    })
  })

  it('moves a guest to another category, which is asked other things', async () => {
    const { made, row, stored, ctx } = await answered()
    const press = await category(made, { code: 'press', capacity: 5 })
    await question(made, { code: 'seat', categories: ['guest'] })
    await db
      .update(registrations)
      .set({ answers: { ...row.answers, seat: given(['front']) } })
      .where(eq(registrations.id, row.id))
    const details = {
      name: row.name,
      organization: '',
      position: '',
      language: 'vi' as const,
      category: press.code,
    }
    const rest = { isVip: false, note: '', tags: [] }
    await correctRegistration(ctx, {
      eventId: made.id,
      registrationId: row.id,
      revision: row.revision,
      details: { ...details, ...rest },
    })
    expect(await stored()).toEqual({ veg: ['yes'], 'kind-of': ['eggs'] })
  })

  it('reads the answers in the file, of questions that were taken away too', async () => {
    const { made, row, desk, cookie } = await answered()
    await question(made, { code: 'old', label: { en: 'Hat size' }, removedAt: new Date() })
    await db
      .update(registrations)
      .set({ answers: { ...row.answers, old: given(['58']) } })
      .where(eq(registrations.id, row.id))
    const file = await csv({ request: getPage('/organize', cookie), params: desk, context: {} })
    const [head = '', line = ''] = (await file.text()).split('\r\n')
    expect(head).toMatch(/Hat size"?$/)
    expect(line).toMatch(/EGGS.*58"?$/)
  })
})
