import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { act, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { vegetarian } from '#tests/factories/questions.ts'
import { registration } from '#tests/factories/registrations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action } from './import-guests.tsx'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  await category(at, { code: 'press', capacity: 2, position: 2 })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer', { locale: 'en' }))
  const path = `/organize/events/${at.slug}/registrations/import`
  const send = async (text: string, previewed = '') => {
    const fields = { text, category: 'press', language: 'en', previewed }
    return action({ request: postForm(path, fields, cookie), params: { event: at.slug }, context: {} })
  }
  const shown = async (text: string) => {
    const answer = (await send(text)) as Exclude<Awaited<ReturnType<typeof send>>, Response>
    if (!answer.data.shown) throw new Error(String(answer.data.problem))
    return answer.data.shown
  }
  const rows = () => db.select().from(registrations).where(eq(registrations.eventId, at.id))
  return { at, send, shown, rows }
}

const text = [
  'Name,Email,Organization',
  'Lan,lan@example.org,VFDA',
  'Bình,binh@example.org,',
  'Chi,chi@example.org,',
  'Lan,LAN@example.org,',
  'Old,old@example.org,',
  'Nobody,,',
].join('\n')

test('a list is shown first, line by line, and registers nobody', async () => {
  const on = await desk()
  await registration(on.at.guest, { email: 'old@example.org', state: 'cancelled' })
  const { view, preview } = await on.shown(text)
  expect(view).toMatchObject({ seated: 2, waitlisted: 1, known: 1, full: 0, unclear: 2 })
  expect(view.rows.map(({ line, what, why }) => [line, what, why])).toEqual([
    [5, 'unclear', 'repeated'],
    [7, 'unclear', 'email'],
    [2, 'seated', undefined],
    [3, 'seated', undefined],
    [4, 'waitlisted', undefined],
    [6, 'known', undefined],
  ])
  expect(preview.mails).toBe(3)
  expect(await on.rows()).toHaveLength(1)
})

test('it is done when answered, once; the same list again changes nothing; one press takes it back', async () => {
  const on = await desk()
  const { preview } = await on.shown(text)
  expect(await on.send(text, preview.print)).toMatchObject({ status: 303 })
  expect((await on.rows()).map(({ emailKey, state }) => `${emailKey} ${state}`).sort()).toEqual([
    'binh@example.org confirmed',
    'chi@example.org waitlisted',
    'lan@example.org confirmed',
    'old@example.org waitlisted',
  ])
  const again = await on.shown(text)
  expect(again.view).toMatchObject({ seated: 0, waitlisted: 0, known: 4 })
  const same = (await on.send(text, again.preview.print)) as Response
  expect(same.headers.get('Nothing-Changed')).toBe('yes')
  const [made] = await db.select().from(act).where(eq(act.eventId, on.at.id))
  await undoAct(system(), made?.id ?? '')
  expect(await on.rows()).toEqual([])
  expect(await db.$count(outbox, eq(outbox.eventId, on.at.id))).toBe(0)
})

test('columns headed like questions bring answers, by the rule of the form', async () => {
  const on = await desk()
  await vegetarian(on.at)
  const list = (cells: string) => `Name,Email,Ăn chay?,kind-of,more\nLan,lan@example.org,${cells}`
  const missing = await on.shown(list('yes,,tofu'))
  expect(missing.view).toMatchObject({
    seated: 1,
    answered: ['Vegetarian?', expect.any(String), expect.any(String)],
  })
  expect(missing.view.lacking.map(({ count }) => count)).toEqual([1])
  expect(missing.view.reading?.isUnsure).toBe(false)
  const wrong = await on.shown(list('có,beef,'))
  expect(wrong.view.rows).toMatchObject([
    { what: 'unclear', why: 'answer', answer: { message: 'shared.form.choose' } },
  ])
  // What is hidden after a “no” is dropped, whatever stands in its cell.
  const { view, preview } = await on.shown(list('không,vegan,tofu'))
  expect(view).toMatchObject({ seated: 1, lacking: [] })
  await on.send(list('không,vegan,tofu'), preview.print)
  const [row] = await on.rows()
  expect(row?.answers).toMatchObject({ veg: { values: ['no'], asked: 'Vegetarian?', lang: 'en' } })
  expect(Object.keys(row?.answers ?? {})).toEqual(['veg'])
})

test('an empty list, and a category that is none, are refused with what was pasted', async () => {
  const on = await desk()
  expect(await on.send('  ')).toMatchObject({
    init: { status: 400 },
    data: { problem: expect.stringMatching(/\S/), typed: { text: '  ' } },
  })
})
