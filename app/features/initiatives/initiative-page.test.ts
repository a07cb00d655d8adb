import { eq } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { initiative as initiatives } from '#db/schema/index.ts'
import { seedDatabase } from '#db/seed.server.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { getPage } from '#tests/factories/requests.ts'
import { getInitiative } from './domain/initiatives.server.ts'
import { loader as atom } from './feeds/news-atom.ts'
import { loader } from './initiative.tsx'
import { InitiativeStory } from './initiative-story.tsx'
import { loader as list } from './initiatives-page.tsx'
import { grown } from './page/figures.tsx'
import { lineageSteps } from './page/lineage-steps.tsx'
import { stepPath } from './page/time-plot.tsx'

const { db } = await testDatabase()
await seedDatabase()
const store = { requestId: 't', source: '192.0.2.1', locale: 'en' as const, nonce: '' }
const run = <T>(what: () => T) => withRequestStore({ ...store }, what)
const shown = (initiative: string, lang = 'en') =>
  run(() =>
    loader({
      request: getPage(`/${lang}/initiatives/${initiative}`),
      params: { lang, initiative },
      context: {},
    }),
  )

it('tells of the Friends from the notes of the record to the next table', async () => {
  const { data, init } = await shown('friends-of-film')
  const { view, head } = data
  expect(view.notes.map(({ kind }) => kind)).toEqual(['statement', 'statement', 'proposal', 'proposal'])
  expect(view.events.map(({ slug }) => slug)).toEqual(['friends-roundtable'])
  expect(lineageSteps(view).map(({ count }) => count)).toEqual([2, 2, 0, 1, 0, expect.any(Number)])
  expect(view.goals.length).toBeGreaterThan(2)
  expect(new Headers((init as ResponseInit).headers).get('Page-Tags')).toContain(
    `initiative:${view.initiative.id}`,
  )
  expect(head.structured[0]).toMatchObject({
    '@type': 'Project',
    member: [{}, {}],
    foundingDate: '2025-03-11',
  })
  overwriteGetLocale(() => 'en')
  const html = renderToStaticMarkup(createElement(InitiativeStory, view))
  for (const { id } of view.notes)
    expect(html).toContain(`/en/events/harvard-roundtable-2025/recap#note-${id}`)
  expect(html).toContain('/en/events/friends-roundtable')
})

it.each(['friends-of-film', 'aiws-film-park', 'pai'])(
  '%s has facts with their sources, in both languages',
  async (slug) => {
    const { view } = (await shown(slug)).data
    const texts = [
      ...view.news.map(({ source }) => source),
      ...view.figures.flatMap(({ points }) => points.map(({ source }) => source)),
      ...view.goals.flatMap(({ title, remark }) => [title, remark]),
      ...view.news.map(({ body }) => body),
    ]
    for (const { vi, en } of texts) expect([vi, en]).toEqual([expect.any(String), expect.any(String)])
  },
)

it('asks the database the same few times, whatever it tells', async () => {
  const sent = await statementsOf(() => shown('friends-of-film'))
  expect(sent.length).toBeLessThanOrEqual(13)
})

it('is not there as a draft: no page, no feed, no line in the list', async () => {
  const { id } = await getInitiative('pai')
  await db.update(initiatives).set({ publishedAt: null }).where(eq(initiatives.id, id))
  await expect(shown('pai')).rejects.toMatchObject({ code: 'initiative-missing' })
  const feed = () =>
    atom({ request: getPage('/initiatives/pai/news.atom'), params: { initiative: 'pai' }, context: {} })
  await expect(run(feed)).rejects.toMatchObject({ code: 'initiative-missing' })
  const listed = await run(() =>
    list({ request: getPage('/vi/initiatives'), params: { lang: 'vi' }, context: {} }),
  )
  expect(listed.data.initiatives.map(({ slug }) => slug)).toEqual(['friends-of-film', 'aiws-film-park'])
  await db.update(initiatives).set({ publishedAt: new Date() }).where(eq(initiatives.id, id))
})

it('has its news as a feed in the language asked for', async () => {
  const request = getPage('/initiatives/aiws-film-park/news.atom?lang=vi')
  const answer = await run(() => atom({ request, params: { initiative: 'aiws-film-park' }, context: {} }))
  const xml = await answer.text()
  expect(xml.match(/<entry/g)).toHaveLength(2)
  expect(xml).toContain('xml:lang="vi"')
  expect(xml).toContain('Công viên điện ảnh AIWS ra mắt')
})

it.each([
  ['nothing', [], ''],
  ['one value', [{ at: 5, value: 3 }], 'M0 1H100'],
  [
    'steps',
    [
      { at: 0, value: 0 },
      { at: 50, value: 5 },
      { at: 100, value: 10 },
    ],
    'M0 40H50V20.5H100V1',
  ],
])('draws %s', (_, points, path) => {
  expect(stepPath(points)).toBe(path)
})

it('adds months up', () => {
  expect(
    grown([
      { month: '2026-10', count: 2 },
      { month: '2026-11', count: 3 },
    ]).map(({ total }) => total),
  ).toEqual([2, 5])
})
