import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { action as register, loader as registerPage } from '#app/features/registration/register.tsx'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { registration } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { category, event as eventOf } from '#tests/factories/events.ts'
import { choicesOf, question, vegetarian } from '#tests/factories/questions.ts'
import { getPage, postForm } from '#tests/factories/requests.ts'

const { db } = await testDatabase()

const typed = { name: 'Lê An', email: 'an@example.org', category: 'guest', language: 'en', consent: 'on' }
type Fields = Record<string, string | string[]>
type Refused = {
  init: { status: number }
  data: { asked: string[]; values: { answers: object }; errors: { form?: object; answers?: object } }
}

let sources = 0
async function inEnglish<T>(run: () => T | Promise<T>): Promise<T> {
  sources += 1
  return withRequestStore(
    { requestId: 't', source: `192.0.2.${sources}`, locale: 'en', nonce: '' },
    async () => run(),
  )
}

async function opened() {
  const made = await eventOf()
  const params = { lang: 'en', event: made.slug }
  const path = `/en/events/${made.slug}/register`
  const send = (fields: Fields) => {
    const pairs = Object.entries({ ...typed, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    )
    return inEnglish(() => register({ request: postForm(path, pairs), params, context: {} })) as Promise<
      Refused | Response
    >
  }
  const page = () => inEnglish(() => registerPage({ request: getPage(path), params, context: {} }))
  const stored = async () => {
    const rows = await db.select().from(registration).where(eq(registration.eventId, made.id))
    return rows.map(({ answers }) =>
      Object.fromEntries(Object.entries(answers).map(([code, one]) => [code, one.values])),
    )
  }
  return { made, send, page, stored }
}

describe('“vegetarian?” asks more, and “no” hides it again', () => {
  it('by rounds: each shows what the one before led to, with all that was typed', async () => {
    const { made, send, page, stored } = await opened()
    await vegetarian(made)
    expect((await page()).data.asking.asked).toEqual(['veg'])
    const second = (await send({ shown: ['', 'veg'], 'answers.veg': 'yes' })) as Refused
    expect(second.init.status).toBe(400)
    expect(second.data).toMatchObject({
      asked: ['veg', 'kind-of'],
      values: { name: 'Lê An', answers: { veg: ['yes'] } },
      errors: { form: { message: 'questions.fault.more' } },
    })
    expect(second.data.errors.answers).toBeUndefined()
    const shown = ['', 'veg', 'kind-of']
    const third = (await send({ shown, 'answers.veg': 'yes', 'answers.kind-of': 'vegan' })) as Refused
    expect(third.data.asked).toEqual(['veg', 'kind-of', 'more'])
    expect(await stored()).toEqual([])
    const given = { 'answers.veg': 'yes', 'answers.kind-of': 'vegan', 'answers.more': '' }
    expect(await send({ shown: [...shown, 'more'], ...given })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual([{ veg: ['yes'], 'kind-of': ['vegan'] }])
  })

  it('what was typed before it was hidden is not stored', async () => {
    const { made, send, stored } = await opened()
    await vegetarian(made)
    const fields = { 'answers.veg': 'no', 'answers.kind-of': 'vegan', 'answers.more': 'tofu' }
    expect(await send({ shown: ['', 'veg', 'kind-of', 'more'], ...fields })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual([{ veg: ['no'] }])
  })

  it('a program that posts no rounds is told what is missing', async () => {
    const { made, send, stored } = await opened()
    await vegetarian(made)
    const refused = (await send({ 'answers.veg': 'yes' })) as Refused
    expect(refused.data.errors.answers).toMatchObject({ 'kind-of': { message: 'shared.form.choose' } })
    expect(await send({ 'answers.veg': 'yes', 'answers.kind-of': 'eggs' })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual([{ veg: ['yes'], 'kind-of': ['eggs'] }])
  })
})

it('what is asked of one category, or in one language, is asked of nobody else', async () => {
  const { made, send, page, stored } = await opened()
  await category(made, { code: 'press' })
  await question(made, { code: 'medium', isRequired: true, categories: ['press'] })
  const term = { about: '@language', test: 'is' as const, value: 'vi' }
  await question(made, { code: 'phone', condition: { join: 'all', terms: [term] } })
  await question(made, { code: 'later', moment: 'afterwards', isRequired: true })
  expect((await page()).data.asking.asked).toEqual([])
  const first = (await send({ shown: '', category: 'press', language: 'vi' })) as Refused
  expect(first.data.asked).toEqual(['medium', 'phone'])
  const answers = { 'answers.medium': 'Tuổi Trẻ', 'answers.phone': '090', 'answers.later': 'x' }
  await send({ shown: '', category: 'press', email: 'press@example.org', ...answers })
  expect(await stored()).toEqual([{ medium: ['Tuổi Trẻ'] }])
})

it('a fault in an answer and one in the form are told together, and nothing is lost', async () => {
  const { made, send } = await opened()
  await question(made, { code: 'meals', kind: 'several', choices: choicesOf('lunch', 'dinner') })
  await question(made, { code: 'nights', kind: 'number' })
  const fields = { name: '', 'answers.meals': ['lunch', 'dinner'], 'answers.nights': 'many' }
  const refused = (await send(fields)) as Refused
  expect(refused.data).toMatchObject({
    values: { answers: { meals: ['lunch', 'dinner'], nights: ['many'] } },
    errors: {
      name: { message: 'shared.form.missing' },
      answers: { nights: { message: 'questions.fault.number' } },
    },
  })
})
