import { expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { send } from '#tests/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp()
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const organizer = await comes({ width: 1280 })
const button = (name: string) => ({ name, exact: true })
const inLanguage = (label: string, language: 'vi' | 'en') =>
  language === 'vi'
    ? m['organize.form.in-vietnamese']({ label }, vi)
    : m['organize.form.in-english']({ label }, vi)

it('is started by somebody signed in, as a draft that nobody reads', async () => {
  const { page } = organizer
  const [link = ''] = /http\S+\/sign-in\/link\/\S+/.exec(app.told().join('\n')) ?? []
  await page.goto(link)
  await page.getByRole('button', button(m['sign-in.link.enter']({}, vi))).click()
  await page.waitForURL('**/organize')
  await page.getByRole('link', button(m['initiatives.desk.title']({}, vi))).click()
  await page.waitForURL('**/organize/initiatives')
  await page.getByRole('link', button(m['initiatives.desk.create']({}, vi))).click()
  await page.waitForURL('**/initiatives/new')
  await expectGoodPage(organizer)
  const name = m['initiatives.form.name']({}, vi)
  const summary = m['organize.form.summary']({}, vi)
  await page.getByLabel(inLanguage(name, 'vi')).fill('Mạng lưới trường quay')
  await page.getByLabel(inLanguage(name, 'en')).fill('Network of studios')
  await page.getByLabel(inLanguage(summary, 'vi')).fill('Các trường quay cùng làm việc.')
  await page.getByRole('button', button(m['initiatives.desk.create']({}, vi))).click()
  await page.waitForURL('**/organize/initiatives/network-of-studios')
  await expectGoodPage(organizer)
  expect((await send(app, '/vi/initiatives/network-of-studios')).status).toBe(404)
})

it('gets a goal', async () => {
  const { page } = organizer
  await page.goto('/organize/initiatives/network-of-studios/goals')
  const goal = m['initiatives.form.goal']({}, vi)
  await page.getByLabel(inLanguage(goal, 'vi')).fill('Mười trường quay')
  await page.getByRole('button', button(m['initiatives.desk.add-goals']({}, vi))).click()
  await page.getByRole('link', button('Mười trường quay')).waitFor()
  await expectGoodPage(organizer)
})

it.each(['news', 'pictures', 'documents', 'figures', 'lineage', 'bodies', 'activity'])(
  'has a good page of its desk for %s',
  async (tab) => {
    await organizer.page.goto(`/organize/initiatives/network-of-studios/${tab}`)
    await expectGoodPage(organizer)
  },
)

it('is published, and read', async () => {
  const { page } = organizer
  await page.goto('/organize/initiatives/network-of-studios')
  await page.getByRole('button', button(m['initiatives.desk.publish']({}, vi))).click()
  await page.getByRole('button', button(m['initiatives.desk.unpublish']({}, vi))).waitFor()
  await page.getByRole('link', button(m['initiatives.desk.public-page']({}, vi))).click()
  await page.waitForURL('**/vi/initiatives/network-of-studios')
  await page.getByText('Mười trường quay').waitFor()
  await expectGoodPage(organizer)
})

it.each(['friends-of-film', 'aiws-film-park', 'pai'])(
  '%s can be read by anybody, in both languages',
  async (slug) => {
    for (const locale of ['vi', 'en'] as const) {
      const reader = await comes({ locale, width: 360, script: true })
      await reader.page.goto(`/${locale}/initiatives/${slug}`)
      await expectGoodPage(reader)
      await reader.leaves()
    }
  },
)
