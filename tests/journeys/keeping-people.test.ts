import { beforeAll, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const home = '/organize/events/people-kept/people'
let cookie: { name: string; value: string; url: string }

beforeAll(async () => {
  const body = await organization()
  await event({ slug: 'people-kept', hosts: [body] })
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body, 'organizer'))).split('=')
  cookie = { name, value, url: app.url }
})

async function organizer() {
  const someone = await comes()
  await someone.page.context().addCookies([cookie])
  return someone
}

it('adds a person, finds them without diacritics, merges a second record, and parts them again', async () => {
  const someone = await organizer()
  const { page } = someone
  await page.goto(home)
  await expectGoodPage(someone)
  const add = async (name: string, email: string) => {
    await page.goto(`${home}/new`)
    await page.locator('input[name="name"]').fill(name)
    await page.locator('input[name="email"]').fill(email)
    await page.getByRole('button', { name: m['people.new.add']({}, vi) }).click()
    await page.getByText(m['people.one.added']({}, vi)).waitFor()
  }
  await page.goto(`${home}/new`)
  await expectGoodPage(someone)
  await add('Vũ Ngọc Tâm', '')
  await add('Tam Vu', 'tam@example.org')
  await expectGoodPage(someone)
  await page.goto(home)
  await page.locator('input[name="q"]').fill('ngoc tam')
  await page.getByRole('button', { name: m['shared.search.button']({}, vi) }).click()
  await page.getByRole('link', { name: 'Vũ Ngọc Tâm' }).waitFor()
  await expectGoodPage(someone)
  await page.goto(`${home}/duplicates`)
  await expectGoodPage(someone)
  await page.getByRole('link', { name: m['people.duplicates.compare']({}, vi) }).click()
  await expectGoodPage(someone)
  await page.getByRole('button', { name: m['people.merge.do']({}, vi) }).click()
  await page.getByText(m['people.one.merged']({}, vi)).waitFor()
  expect(await page.locator('input[name="email"]').inputValue()).toBe('tam@example.org')
  await page.goto(`${home}?q=Tam+Vu`)
  await page.getByRole('link', { name: 'Vũ Ngọc Tâm' }).waitFor()
  await page.goto(`${home}/duplicates`)
  await expectGoodPage(someone)
  await page.getByRole('button', { name: m['people.duplicates.undo']({}, vi) }).click()
  await page.getByText(m['people.duplicates.parted']({}, vi)).waitFor()
  const rows = await connection().sql`select name, email, merged_into_id from person order by name`
  expect(rows.filter((row) => ['Tam Vu', 'Vũ Ngọc Tâm'].includes(row.name))).toEqual([
    { name: 'Tam Vu', email: 'tam@example.org', merged_into_id: null },
    { name: 'Vũ Ngọc Tâm', email: null, merged_into_id: null },
  ])
})

it('shows both versions to whoever saves over another', async () => {
  const someone = await organizer()
  const { page } = someone
  await page.goto(`${home}?q=Tam+Vu`)
  await page.getByRole('link', { name: 'Tam Vu' }).click()
  await connection()
    .sql`update person set pronunciation = 'Tâm', revision = revision + 1 where name = 'Tam Vu'`
  await page.locator('input[name="pronunciation"]').fill('Tăm')
  someone.mayBeRefused(409)
  await page.getByRole('button', { name: m['organize.form.save']({}, vi) }).click()
  await page.getByText(m['organize.versions.title']({}, vi)).waitFor()
  await expectGoodPage(someone)
  await page.locator('input[name="choice.pronunciation"][value="mine"]').check()
  await page.getByRole('button', { name: m['organize.form.save']({}, vi) }).click()
  await page.getByText(m['people.one.saved']({}, vi)).waitFor()
})

it('imports pasted addresses once', async () => {
  const someone = await organizer()
  const { page } = someone
  const paste = async () => {
    await page.goto(`${home}/import`)
    await page.locator('textarea[name="text"]').fill('Đặng Hoàng Giang <giang@x.vn>, plain@x.vn')
    await page.getByRole('button', { name: m['people.import.preview']({}, vi) }).click()
    await page.getByText(m['people.import.why-no-name']({}, vi)).waitFor()
  }
  await paste()
  await expectGoodPage(someone)
  await page.getByRole('button', { name: m['people.import.apply']({ count: 1 }, vi) }).click()
  await page.getByText(m['people.import.done']({}, vi)).waitFor()
  await paste()
  await page.getByText(m['people.import.nothing']({}, vi)).waitFor()
})
