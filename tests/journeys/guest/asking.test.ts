import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { askedQuestions } from '#app/features/questions/domain/asked-questions.ts'
import { fileNameIn } from '#app/features/questions/domain/files/file-answer.ts'
import { answersToStore, parseAnswers } from '#app/features/questions/domain/parse-answers.ts'
import type { Question } from '#app/features/questions/domain/question-details.ts'
import { m } from '#app/paraglide/messages.js'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { category, event } from '#tests/factories/events.ts'
import { anyFile, question, randomAnswers, randomForm, vegetarian } from '#tests/factories/questions.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { runningApp } from '#tests/running-app.ts'
import { agree, fillIn, send } from '../attending.ts'
import { people } from '../people.ts'

const app = await runningApp()
const { comes } = people(app)
const moments = ['registration'] as const
const seeds = [1, 2, 3, 4, 5, 6]

type Wish = Record<string, string[]>

const nameOrValue = (value: string) => fileNameIn(value) ?? value

const shown = (page: Page) =>
  page
    .locator('fieldset[data-question]:visible')
    .evaluateAll((parts) => parts.map((part) => (part as HTMLElement).dataset.question))

async function stored(eventId: string, email: string) {
  const [row] = await database()
    .select({ answers: registration.answers })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.email, email)))
  // Each time it is sent a file gets a secret of its own.
  return Object.fromEntries(
    Object.entries(row?.answers ?? {}).map(([code, { values }]) => [code, values.map(nameOrValue)]),
  )
}

it.each([360, 1280])('“vegetarian?” asks more, and “no” hides it again (%i)', async (width) => {
  const made = await event()
  await vegetarian(made)
  const { page } = await comes({ width })
  await page.goto(`/vi/events/${made.slug}/register`)
  expect(await shown(page)).toEqual(['veg'])
  await page.locator('[name="answers.veg"][value="yes"]').check()
  await page.locator('[name="answers.kind-of"][value="vegan"]').check()
  await page.locator('[name="answers.more"]').fill('Không nấm')
  expect(await shown(page)).toEqual(['veg', 'kind-of', 'more'])
  await page.locator('[name="answers.veg"][value="no"]').check()
  expect(await shown(page)).toEqual(['veg'])
  await fillIn(page, 'vi', { name: 'Lê An', email: 'an@example.org' })
  await agree(page)
  await send(page, 'vi')
  await page.waitForURL(/\/registrations\/[\w-]{43}$/)
  expect(await stored(made.id, 'an@example.org')).toEqual({ veg: ['no'] })
})

it('a fault in an answer is told at its field, and what was hidden stays so', async () => {
  const made = await event()
  await vegetarian(made)
  const { page, mayBeRefused } = await comes()
  await page.goto(`/vi/events/${made.slug}/register`)
  await fillIn(page, 'vi', { name: 'Lê An', email: 'an@example.org' })
  await agree(page)
  await page.locator('[name="answers.veg"][value="yes"]').check()
  mayBeRefused(400)
  await send(page, 'vi')
  await page.locator('.form-errors a[data-field="answers.kind-of"]').waitFor()
  expect(await shown(page)).toEqual(['veg', 'kind-of'])
  await page.locator('[name="answers.kind-of"][value="vegan"]').check()
  expect(await shown(page)).toEqual(['veg', 'kind-of', 'more'])
  await page.locator('[name="answers.veg"][value="no"]').check()
  await send(page, 'vi')
  await page.waitForURL(/\/registrations\/[\w-]{43}$/)
})

/** A random form as an event asks it, and somebody with answers to all of it. */
async function opened(seed: number) {
  const random = seededRandom(seed)
  const form = randomForm(random)
  const made = await event()
  for (const code of ['press', 'delegate']) await category(made, { code })
  for (const one of form) await question(made, one)
  const wish = randomAnswers(random, form)
  const guest = { category: random.pick(['guest', 'press', 'delegate']), language: 'vi' }
  const asked = askedQuestions(form, wish, guest).map(({ code }) => code)
  const files = Object.fromEntries(form.map(({ code }) => [code, [anyFile]]))
  const posted = { values: wish, shown: null, files }
  const parsed = parseAnswers(form, posted, guest, { moments })
  const given = answersToStore(form, parsed, { guest, moments, at: new Date() })
  const expected = Object.fromEntries(
    Object.entries(given).map(([code, { values }]) => [code, values.map(nameOrValue)]),
  )
  const who = { name: 'Lê An', email: `an-${seed}@example.org`, category: guest.category }
  return { made, form, wish, asked, expected, who }
}

it.each(seeds)('form %i: with script the page asks what the server asks, and it is stored', async (seed) => {
  const { made, form, wish, asked, expected, who } = await opened(seed)
  const { page } = await comes()
  await page.goto(`/vi/events/${made.slug}/register`)
  await fillIn(page, 'vi', who)
  await page.waitForLoadState('networkidle')
  await page.evaluate(answerAll, { codes: form.map(({ code }) => code), wish })
  expect(await shown(page)).toEqual(asked)
  await agree(page)
  await send(page, 'vi')
  await page.waitForURL(/\/registrations\/[\w-]{43}$/)
  expect(await stored(made.id, who.email)).toEqual(expected)
})

/** In the page: answers what is in sight from top to bottom, as a person does. */
function answerAll({ codes, wish }: { codes: string[]; wish: Wish }) {
  for (const code of codes) {
    const part = document.querySelector<HTMLFieldSetElement>(`fieldset[data-question="${code}"]`)
    if (!part || part.hidden) continue
    for (const control of part.querySelectorAll<HTMLInputElement>(`[name="answers.${code}"]`)) {
      const values = wish[code] ?? []
      if (/radio|checkbox/.test(control.type)) {
        if (values.includes(control.value)) control.click()
        continue
      }
      if (control.type === 'file') {
        const chosen = new DataTransfer()
        if (values[0]) chosen.items.add(new File(['%PDF-1.4'], 'a.pdf'))
        control.files = chosen.files
      } else control.value = values[0] ?? ''
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

it.each(seeds)('form %i: without script the rounds end in the same', async (seed) => {
  const { made, form, wish, expected, who } = await opened(seed)
  const { page, mayBeRefused } = await comes({ script: false })
  mayBeRefused(400)
  await page.goto(`/vi/events/${made.slug}/register`)
  await fillIn(page, 'vi', who)
  await agree(page)
  for (let round = 0; round <= form.length && !/registrations/.test(page.url()); round++) {
    if (round > 0) await page.getByText(m['questions.fault.more']({}, { locale: 'vi' })).waitFor()
    for (const code of await shown(page)) if (code) await answerOne(page, code, wish[code] ?? [], form)
    await send(page, 'vi')
    await page.waitForLoadState()
  }
  expect(await stored(made.id, who.email)).toEqual(expected)
})

async function answerOne(page: Page, code: string, values: string[], form: Question[]) {
  const control = page.locator(`[name="answers.${code}"]`)
  const kind = form.find((one) => one.code === code)?.kind ?? 'short'
  if (kind === 'file') {
    // What was sent in an earlier round is here, and need not be sent again.
    const chosen = page.locator(`input[type="file"][name="answers.${code}"]`)
    const isHere = (await page.locator(`input[type="checkbox"][name="answers.${code}"]`).count()) > 0
    const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }
    return values[0] && !isHere ? chosen.setInputFiles(file) : undefined
  }
  if (!['one', 'several', 'yes-no', 'agreement'].includes(kind)) return control.fill(values[0] ?? '')
  for (const value of values) await page.locator(`[name="answers.${code}"][value="${value}"]`).check()
}
