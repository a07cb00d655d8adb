import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { copyEvent } from '#app/features/next-event/domain/copy-event.server.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { activity, question as questions } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { category, event as eventOf } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { question, vegetarian } from '#tests/factories/questions.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { listQuestions } from '../domain/questions.server.ts'
import { action as add } from './new-question.tsx'
import * as page from './question-page.tsx'
import { action as move } from './question-place.ts'
import { action as remove } from './question-removal.ts'
import { action as ready } from './ready-made-set.ts'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const made = await eventOf({ hosts: [body] })
  const member = await memberOf(body)
  const cookie = await signInCookieOf(member)
  const args = (fields: Record<string, string> | null, code = '', query = '') => {
    const path = `/organize/events/${made.slug}/questions/${code}${query}`
    const request = fields ? postForm(path, fields, cookie) : getPage(path, cookie)
    return { request, params: { event: made.slug, question: code }, context: {} }
  }
  const form = async (code: string) => {
    const { values, base } = (await page.loader(args(null, code))).data
    return { ...flatten(values), base }
  }
  const save = async (code: string, fields: Record<string, string>) =>
    page.action(args({ ...(await form(code)), ...fields }, code))
  const codes = async () => (await listQuestions(made.id)).map(({ code }) => code)
  return { made, body, args, form, save, codes, ctx: signedIn(member) }
}

const blank = { 'label.vi': '', 'help.vi': '', 'help.en': '', moment: 'registration', join: 'all' }

describe('a question', () => {
  it('is written with choices and a condition on an earlier one', async () => {
    const { made, args, codes } = await desk()
    await question(made, { code: 'nights', kind: 'number' })
    const fields = {
      ...blank,
      'label.en': 'Which room?',
      'choices.0.vi': 'Đơn',
      'choices.1.en': 'Double',
      'choices.2.vi': '',
      'terms.0.what': 'nights|at-least|',
      'terms.0.value': '1',
      'terms.1.what': '',
    }
    expect(await add(args(fields, '', '?kind=one'))).toMatchObject({ status: 303 })
    expect(await codes()).toEqual(['nights', 'which-room'])
    expect((await listQuestions(made.id))[1]).toMatchObject({
      kind: 'one',
      choices: [
        { code: 'don', label: { vi: 'Đơn' }, isRetired: false },
        { code: 'double', label: { en: 'Double' }, isRetired: false },
      ],
      condition: { join: 'all', terms: [{ about: 'nights', test: 'at-least', value: '1' }] },
    })
  })

  it.each([
    ['?kind=one', { 'choices.0.vi': 'Một' }, 'choices'],
    ['?kind=agreement', {}, 'text'],
    ['?kind=short', { 'terms.0.what': 'none|answered|' }, 'terms'],
    ['?kind=short', { 'label.en': '' }, 'label'],
  ])('of %s with %o is refused at its field', async (query, more, at) => {
    const { args, codes } = await desk()
    const refused = await add(args({ ...blank, 'label.en': 'Question', ...(more as object) }, '', query))
    expect(refused).toMatchObject({ data: { errors: { [at]: expect.anything() } } })
    expect(await codes()).toEqual([])
  })

  it('keeps the codes of its choices, and retires what leaves the form', async () => {
    const { made, save } = await desk()
    await vegetarian(made)
    const fields = {
      'choices.0.en': 'Eggs and milk',
      'choices.1.en': '',
      'choices.1.vi': '',
      'choices.2.vi': 'Cá',
    }
    // Another question is asked after “vegan”: it stays known.
    expect(await save('kind-of', fields)).toMatchObject({ status: 303 })
    const [, stored] = await listQuestions(made.id)
    expect(stored?.choices.map(({ code, isRetired }) => [code, isRetired])).toEqual([
      ['eggs', false],
      ['ca', false],
      ['vegan', true],
    ])
  })

  it('that two people edit keeps the words of both, and a new text is a new version', async () => {
    const { made, form, args } = await desk()
    const texts = [
      { version: 1, text: { vi: 'Cũ', en: 'Old', original: 'vi' as const }, at: '2025-01-01T00:00:00Z' },
    ]
    await question(made, { code: 'photos', kind: 'agreement', texts })
    const before = await form('photos')
    const save = (fields: Record<string, string>) => page.action(args({ ...before, ...fields }, 'photos'))
    expect(await save({ 'text.vi': 'Mới' })).toMatchObject({ status: 303 })
    expect(await save({ 'help.en': 'Please read it' })).toMatchObject({ status: 303 })
    const [stored] = await listQuestions(made.id)
    expect(stored).toMatchObject({
      help: { en: 'Please read it' },
      texts: [{ version: 1 }, { version: 2, text: { vi: 'Mới' } }],
    })
    const { stale } = (await page.loader(args(null, 'photos'))).data
    expect(stale).toEqual(['text'])
    expect(await save({ 'text.vi': 'Khác' })).toMatchObject({ init: { status: 409 } })
  })
})

describe('the order', () => {
  it('is changed one place at a time, never past what a question depends on', async () => {
    const { made, args, codes } = await desk()
    await vegetarian(made)
    await question(made, { code: 'hotel', moment: 'afterwards' })
    const moved = (code: string, to: string) => move(args({ to }, code))
    await expect(moved('kind-of', 'up')).rejects.toMatchObject({ code: 'question-order' })
    await moved('hotel', 'up')
    expect(await codes()).toEqual(['veg', 'kind-of', 'more', 'hotel'])
    await question(made, { code: 'name-tag' })
    await moved('name-tag', 'up')
    expect(await codes()).toEqual(['veg', 'kind-of', 'name-tag', 'more', 'hotel'])
  })

  it('holds while a question moves to another moment', async () => {
    const { made, save } = await desk()
    await vegetarian(made)
    expect(await save('veg', { moment: 'afterwards' })).toMatchObject({ init: { status: 409 } })
    expect(await save('more', { moment: 'door' })).toMatchObject({ status: 303 })
  })
})

it('a question is taken away once nothing depends on it, and its code is not given again', async () => {
  const { made, args, codes } = await desk()
  await vegetarian(made)
  await expect(remove(args({}, 'veg'))).rejects.toMatchObject({ code: 'question-needed' })
  for (const code of ['more', 'kind-of', 'veg']) await remove(args({}, code))
  expect(await codes()).toEqual([])
  await add(args({ ...blank, 'label.en': 'Veg' }))
  expect(await codes()).toEqual(['veg-2'])
  const kept = await db.select().from(questions).where(eq(questions.eventId, made.id))
  expect(kept).toHaveLength(4)
})

it('what is ready-made comes in both languages, with what it leads to, twice if one likes', async () => {
  const { made, args, codes } = await desk()
  for (const set of ['diet', 'access', 'diet']) await ready(args({ set }))
  expect(await codes()).toHaveLength(6)
  const all = await listQuestions(made.id)
  expect(all.every(({ label }) => label.vi && label.en)).toBe(true)
  expect(all[5]?.condition?.terms[0]?.about).toBe(all[4]?.code)
  const done = await db
    .select()
    .from(activity)
    .where(and(eq(activity.eventId, made.id), eq(activity.verb, 'question.added')))
  expect(done).toHaveLength(6)
})

it('the next event asks the same, without the categories where they stay behind', async () => {
  const { made, body, ctx } = await desk()
  await vegetarian(made)
  await category(made, { code: 'press' })
  const term = { about: '@category', test: 'is' as const, value: 'press' }
  const condition = { join: 'all' as const, terms: [term] }
  await question(made, { code: 'medium', categories: ['press'], condition })
  const next = {
    eventId: made.id,
    organizationId: body.id,
    title: { vi: 'Sau', en: 'Next' },
    day: '2030-01-01',
  }
  const copied = async (categories: boolean) => {
    const { id } = await copyEvent(ctx, { ...next, slug: '', agenda: false, actions: false, categories })
    return listQuestions(id)
  }
  const withAll = await copied(true)
  expect(withAll.map(({ code }) => code)).toEqual(['veg', 'kind-of', 'more', 'medium'])
  expect(withAll[3]).toMatchObject({ categories: ['press'], condition })
  expect((await copied(false))[3]).toMatchObject({ categories: [], condition: null })
})
