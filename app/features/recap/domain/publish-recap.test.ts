import { describe, expect, test } from 'vitest'
import { judgeForPerson } from '#app/features/notes/domain/judge-words.server.ts'
import { fingerprint, write } from '#app/shared/i18n/translated-text.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { person } from '#tests/factories/speakers.ts'
import { freezeRecap } from './freeze-recap.server.ts'
import { publishRecap, restoreRecap, unpublishRecap } from './publish-recap.server.ts'
import { findPublishedRecap } from './published-recap.server.ts'
import { getRecapDesk } from './recap-desk.server.ts'
import { getRecapDraft } from './recap-draft.server.ts'
import { docOf } from './rich-text.ts'
import { type RecapSource, stalePassages } from './stale-passages.ts'
import { chooseMaterial, saveRecapText } from './write-recap.server.ts'

await testDatabase()

const id = 'a3bb189e-8bf9-4c8b-9beb-3f0f6f9f3c11'
const quote = (words: string, noteId = id) => ({ type: 'quote', attrs: { noteId, words } })
const figure = (of: string) => ({
  type: 'paragraph',
  content: [
    {
      type: 'text',
      text: '42',
      marks: [{ type: 'figure', attrs: { noteId: id, fingerprint: fingerprint(of) } }],
    },
  ],
})
const source = (words: RecapSource['words'], text: RecapSource['text'] = words) =>
  new Map([[id, { words, text }]])

describe('passages that stand no longer', () => {
  test.each([
    ['the same words', quote('Chào'), source({ vi: 'Chào' }), []],
    ['other words now', quote('Chào'), source({ vi: 'Xin chào' }), ['changed']],
    ['nobody agreed', quote('Chào'), source({}, { vi: 'Chào' }), ['unapproved']],
    ['agreed in the other language only', quote('Chào'), source({ en: 'Hello' }), ['unapproved']],
    ['the note is gone', quote('Chào'), new Map(), ['gone']],
    ['a figure as it was', figure('Bốn mươi hai'), source({}, { vi: 'Bốn mươi hai' }), []],
    ['a figure of other words', figure('Bốn mươi hai'), source({}, { vi: 'Bốn mươi ba' }), ['changed']],
    ['a figure of nothing', figure('Bốn mươi hai'), new Map(), ['gone']],
  ])('%s', (_, node, sources, reasons) => {
    const doc = { type: 'doc', content: [docOf('a'), node] }
    expect(stalePassages(doc, 'vi', sources).map((one) => one.reason)).toEqual(reasons)
  })
})

async function desk() {
  const body = await organization()
  const of = await event({ hosts: [body], publishedAt: new Date() })
  const speaker = await person({ name: 'Tony Bùi' })
  const said = await noteOf(of, {
    kind: 'quote',
    personId: speaker.id,
    text: write({ vi: 'Đi xa', en: 'Reach' }),
  })
  const approve = (words = 'Đi xa') =>
    judgeForPerson(system(), {
      eventId: of.id,
      noteId: said.id,
      locale: 'vi',
      words,
      verdict: 'approved',
      reason: 'x',
    })
  const save = (values: object = {}) =>
    saveRecapText(system(), {
      eventId: of.id,
      kind: 'article',
      locale: 'vi',
      revision: 0,
      title: 'Bàn tròn',
      lead: '',
      doc: { type: 'doc', content: [quote('Đi xa', said.id)] },
      ...values,
    })
  const shown = async () => (await findPublishedRecap(of.id))?.content ?? null
  return { body, of, said, approve, save, shown }
}

test('what nobody agreed to keeps the recap from readers, whoever wrote it in', async () => {
  const { of, approve, save, shown } = await desk()
  await save()
  await expect(publishRecap(system(), of.id)).rejects.toMatchObject({
    code: 'recap-stale',
    details: { count: 1 },
  })
  expect(await shown()).toBeNull()
  await approve()
  expect(await publishRecap(system(), of.id)).toBe(1)
  expect((await shown())?.notes).toMatchObject([{ name: 'Tony Bùi', words: { vi: 'Đi xa' } }])
})

test('a version never changes; the next one is another, and an earlier one comes back as a new one', async () => {
  const { of, approve, save, shown } = await desk()
  await approve()
  await save()
  await publishRecap(system(), of.id)
  await save({ revision: 1, title: 'Tựa mới' })
  expect((await shown())?.texts.article.vi?.title).toBe('Bàn tròn')
  expect(await publishRecap(system(), of.id)).toBe(2)
  expect((await shown())?.texts.article.vi?.title).toBe('Tựa mới')
  expect(await restoreRecap(system(), of.id, 1)).toBe(3)
  expect((await shown())?.texts.article.vi?.title).toBe('Bàn tròn')
  await unpublishRecap(system(), of.id)
  expect(await shown()).toBeNull()
  expect((await getRecapDraft(of.id)).versions.map((one) => one.number)).toEqual([3, 2, 1])
})

test('without an article there is nothing to publish', async () => {
  const { of, save } = await desk()
  await save({ kind: 'press-release', doc: docOf('Thông cáo') })
  await expect(publishRecap(system(), of.id)).rejects.toMatchObject({ code: 'recap-empty' })
})

test('two who save at once: one is told what the other wrote, and nothing is lost', async () => {
  const { of, save } = await desk()
  await save({ doc: docOf('a') })
  const both = await Promise.all([save({ revision: 1, title: 'Một' }), save({ revision: 1, title: 'Hai' })])
  expect(both.filter((one) => one.done)).toHaveLength(1)
  const [won] = (await getRecapDraft(of.id)).texts
  expect(both.find((one) => !one.done)).toMatchObject({ stored: { title: won?.title } })
})

test('a translation is stale once its original says something else, and fresh when it is saved again', async () => {
  const { of, save } = await desk()
  const stale = async () =>
    (await getRecapDraft(of.id)).texts.filter((one) => one.isStale).map((one) => one.locale)
  await save({ doc: docOf('Một') })
  await save({ locale: 'en', doc: docOf('One') })
  expect(await stale()).toEqual([])
  await save({ revision: 1, doc: docOf('Hai') })
  expect(await stale()).toEqual(['en'])
  await save({ locale: 'en', revision: 1, doc: docOf('Two') })
  expect(await stale()).toEqual([])
})

test('material keeps its order, is of this event only, and shows once it is approved', async () => {
  const { of, said, approve, save } = await desk()
  const free = await noteOf(of, { kind: 'proposal', text: write({ vi: 'Lập quỹ', en: 'A fund' }) })
  const elsewhere = await noteOf(await event(), { kind: 'proposal' })
  await chooseMaterial(system(), { eventId: of.id, noteIds: [free.id, said.id, free.id] })
  const missing = { code: 'note-missing' }
  await expect(chooseMaterial(system(), { eventId: of.id, noteIds: [elsewhere.id] })).rejects.toMatchObject(
    missing,
  )
  await save({ doc: docOf('a') })
  const chosen = async () => (await freezeRecap(of.id)).content.notes.map((one) => one.id)
  expect(await chosen()).toEqual([free.id])
  await approve()
  expect(await chosen()).toEqual([free.id, said.id])
})

test('whatever is made of a recap finds its notes once', async () => {
  const { of, approve, save } = await desk()
  await approve()
  await save()
  const found = async (work: () => Promise<unknown>) =>
    (await statementsOf(work)).flatMap((one) => /from "(note|note_approval)"/.exec(one)?.[1] ?? [])
  const once = ['note', 'note_approval']
  expect(await found(() => getRecapDesk(of.id))).toEqual(once)
  expect(await found(() => freezeRecap(of.id))).toEqual(once)
  expect(await found(() => publishRecap(system(), of.id))).toEqual(once)
})

test('a rapporteur writes, and does not publish; a neighbour does neither', async () => {
  const { body, of, save } = await desk()
  await save({ doc: docOf('a') })
  const rapporteur = signedIn(await memberOf(body, 'rapporteur'))
  await chooseMaterial(rapporteur, { eventId: of.id, noteIds: [] })
  await expect(publishRecap(rapporteur, of.id)).rejects.toMatchObject({ kind: 'rights' })
  const neighbour = signedIn(await memberOf(await organization(), 'admin'))
  await expect(publishRecap(neighbour, of.id)).rejects.toMatchObject({ kind: 'missing' })
})
