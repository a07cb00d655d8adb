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

it('an initiative is started, gets a goal, is published and read, and is found from the desk again', async () => {
  const { page } = organizer
  const [link = ''] = /http\S+\/sign-in\/link\/\S+/.exec(app.told().join('\n')) ?? []
  await page.goto(link)
  await page.getByRole('button', button(m['sign-in.link.enter']({}, vi))).click()
  await page.waitForURL('**/organize')
  await page.getByRole('link', button(m['initiatives.desk.title']({}, vi))).click()
  await page.waitForURL('**/organize/initiatives')
  await expectGoodPage(organizer)
  await page.getByRole('link', button(m['initiatives.desk.create']({}, vi))).click()
  await page.waitForURL('**/initiatives/new')
  await expectGoodPage(organizer)

  const name = m['initiatives.form.name']({}, vi)
  await page.getByLabel(inLanguage(name, 'vi')).fill('Mạng lưới trường quay')
  await page.getByLabel(inLanguage(name, 'en')).fill('Network of studios')
  await page
    .getByLabel(inLanguage(m['organize.form.summary']({}, vi), 'vi'))
    .fill('Các trường quay cùng làm việc.')
  await page.getByRole('button', button(m['initiatives.desk.create']({}, vi))).click()
  await page.waitForURL('**/organize/initiatives/network-of-studios')
  await expectGoodPage(organizer)
  expect((await send(app, '/vi/initiatives/network-of-studios')).status).toBe(404)

  await page.getByRole('link', button(m['initiatives.tab.goals']({}, vi))).click()
  await page.waitForURL('**/goals')
  await page.getByLabel(inLanguage(m['initiatives.form.goal']({}, vi), 'vi')).fill('Mười trường quay')
  await page.getByRole('button', button(m['initiatives.desk.add-goals']({}, vi))).click()
  await page.getByRole('link', button('Mười trường quay')).waitFor()
  await expectGoodPage(organizer)

  for (const tab of ['news', 'pictures', 'documents', 'figures', 'lineage', 'bodies', 'activity'] as const) {
    await page.getByRole('link', button(m[`initiatives.tab.${tab}`]({}, vi))).click()
    await page.waitForURL(`**/network-of-studios/${tab}`)
    await expectGoodPage(organizer)
  }

  await page.goto('/organize/initiatives/network-of-studios')
  await page.getByRole('button', button(m['initiatives.desk.publish']({}, vi))).click()
  await page.getByText(m['initiatives.done.published']({ subject: 'Mạng lưới trường quay' }, vi)).waitFor()
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
