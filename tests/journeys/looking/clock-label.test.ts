import { expect, it } from 'vitest'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)

it.each([
  ['vi', '14:30, Thứ Năm', '11 tháng 3'],
  ['en', '2:30 PM, Thursday', 'March 11'],
] as const)('a day and an hour are said in the language of the page: %s', async (locale, ...words) => {
  const body = await organization()
  const made = await event({ hosts: [body], publishedAt: new Date() })
  const { page, leaves } = await comes()
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body, 'admin', { locale }))).split('=')
  await page.context().addCookies([{ name, value, url: app.url }])
  await page.goto(`/organize/events/${made.slug}/agenda/sessions/new?lang=${locale}`)
  const field = page.locator('input[type="datetime-local"]').first()
  await field.fill('2027-03-11T14:30')
  const said = page.locator('.clock-label').first()
  for (const part of words) expect(await said.textContent()).toContain(part)
  await leaves()
})
