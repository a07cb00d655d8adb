import { expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { mailsTo } from '../mail.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { UNDO_SECONDS: '2' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const

it('everybody is told that the room has changed, and readers of the event’s page too', async () => {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const lan = await registration(made.guest, { name: 'Lan', email: 'lan@announced.example' })
  await registration(made.guest, { name: 'Ann', email: 'ann@announced.example', locale: 'en' })
  await registration(made.guest, { name: 'Gone', email: 'gone@announced.example', state: 'cancelled' })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const organizer = await comes({ width: 1280 })
  const { page } = organizer
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: app.url }])

  await page.goto(`/organize/events/${made.slug}/announcements`)
  await expectGoodPage(organizer)
  await page.getByRole('link', { name: m['announcements.list.write']({}, vi) }).click()
  await expectGoodPage(organizer)
  await page.locator('[name="subject.vi"]').fill('Đổi phòng')
  await page.locator('[name="text.vi"]').fill('Mời quý vị tới Phòng 2.')
  await page.getByLabel(m['announcements.form.is-public']({}, vi)).check()
  await page.getByRole('button', { name: m['announcements.form.check']({}, vi) }).click()
  await page.waitForURL('**/sending')
  await page.getByRole('heading', { name: m['announcements.check.total']({ count: 2 }, vi) }).waitFor()
  await expectGoodPage(organizer)
  await page.getByRole('button', { name: m['announcements.check.send']({ count: 2 }, vi) }).click()
  await page.getByRole('heading', { name: m['announcements.ledger.title']({}, vi) }).waitFor()
  await expectGoodPage(organizer)

  const [mail] = await mailsTo(app, lan.email, 1)
  expect(mail?.subject).toBe('Đổi phòng')
  expect(mail?.link).toMatch(/\/registrations\//)
  expect((await mailsTo(app, 'ann@announced.example', 1))[0]?.text).toContain('Phòng 2')
  await mailsTo(app, 'gone@announced.example', 0)
  await page.reload()
  const sent = `${m['announcements.fate.sent']({}, vi).toLowerCase()}: 2`
  await page.getByText(m['announcements.ledger.sum']({ recipients: '2', parts: sent }, vi)).waitFor()

  const reader = await comes({ locale: 'en', width: 360 })
  await reader.page.goto(`/en/events/${made.slug}`)
  await reader.page
    .getByRole('heading', { name: m['announcements.shown.title']({}, { locale: 'en' }) })
    .waitFor()
  await expectGoodPage(reader)
})
