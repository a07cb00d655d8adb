import { expect, it } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { getRecapDraft } from '../domain/recap-draft.server.ts'
import { docOf } from '../domain/rich-text.ts'
import { action as page } from './recap-page.tsx'
import { action } from './text.ts'

await testDatabase()

async function desk() {
  const { event, body } = await organizedEvent()
  const cookie = await signInCookieOf(await memberOf(body, 'rapporteur'))
  const params = { event: event.slug }
  const fields = { kind: 'article', locale: 'vi', revision: '0', title: 'Tựa', lead: '' }
  const path = `/organize/events/${event.slug}/recap`
  const post = (more: Record<string, string>, as = cookie) =>
    action({ request: postForm(`${path}/text`, { ...fields, ...more }, as), params, context: {} })
  const step = (more: Record<string, string>) =>
    page({ request: postForm(path, more, cookie), params, context: {} })
  const texts = async () => (await getRecapDraft(event.id)).texts.map((one) => [one.title, one.doc])
  return { body, post, step, texts }
}

const doc = docOf('Mở đầu.')
const written = JSON.stringify(doc)

it('is saved, and clashes when somebody was there before', async () => {
  const { post, texts } = await desk()
  const saved = await post({ doc: written })
  expect([saved.status, await saved.json()]).toEqual([200, { kind: 'saved', revision: 1 }])
  const late = await post({ doc: written, title: 'Khác' })
  expect([late.status, await late.json()]).toEqual([
    409,
    { kind: 'clash', stored: { title: 'Tựa', revision: 1 } },
  ])
  expect(await texts()).toEqual([['Tựa', doc]])
})

it('says which field is wrong', async () => {
  const { post, texts } = await desk()
  const refused = await post({ doc: written, title: 'x'.repeat(201) })
  expect([refused.status, await refused.json()]).toMatchObject([400, { kind: 'refused' }])
  expect(await texts()).toEqual([])
})

it.each([
  ['no JSON', '{{'],
  ['a list', '[]'],
  ['a number', '7'],
  ['nothing', 'null'],
  ['a block that is no text', '{"type":"paragraph"}'],
  ['a text without content', '{"type":"doc"}'],
  ['a text with a hidden end', written.replace('Mở', '\\u0000')],
  ['half a character', written.replace('Mở', '\\ud800')],
])('is refused when it is %s, and what was written stays', async (_, bad) => {
  const { post, texts } = await desk()
  await post({ doc: written })
  await expect(post({ doc: bad, revision: '1' })).rejects.toMatchObject({ code: 'invalid' })
  expect(await texts()).toEqual([['Tựa', doc]])
})

it('is refused to whoever may not write it', async () => {
  const { body, post } = await desk()
  const door = await signInCookieOf(await memberOf(body, 'door'))
  await expect(post({ doc: written }, door)).rejects.toThrow('right-missing')
})

it.each(['', 'toString', '__proto__', 'constructor', 'no-such-step'])('knows no step “%s”', async (step) => {
  await expect((await desk()).step({ step })).rejects.toMatchObject({ code: 'invalid' })
})
