import { beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { hydrated } from '../attending.ts'
import { expectGoodPage } from '../good-page.ts'
import { type Person, people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/going-on'
const save = m['organize.form.save']({}, vi)
let cookie: { name: string; value: string; url: string }
let at: Awaited<ReturnType<typeof event>>

beforeAll(async () => {
  const body = await organization()
  at = await event({ slug: 'going-on', hosts: [body], publishedAt: new Date() })
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body, 'admin'))).split('=')
  cookie = { name, value, url: app.url }
})

async function organizer(options: { script?: boolean } = {}) {
  const one = await comes(options)
  await one.page.context().addCookies([cookie])
  return one
}

/** What was done is said within sight, and the focus is here. */
async function goesOnAt({ page }: Person, place: string, said: string) {
  const notice = page.locator('main [role="status"]', { hasText: said })
  await notice.waitFor()
  await page.locator(`${place}:focus`).waitFor()
  const box = await notice.boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800)
}

describe('after a form one goes on where one was', () => {
  it('in the settings, changed or not', async () => {
    const one = await organizer()
    const { page } = one
    await page.goto(`${desk}/settings`)
    await hydrated(page)
    const button = page.getByRole('button', { name: save, exact: true })
    await button.click()
    await goesOnAt(one, 'form.form button', m['shared.done.unchanged']({}, vi))
    await page.locator('[name="theme.vi"]').fill('Điện ảnh và ký ức')
    await page.locator('[name="theme.vi"]').press('Enter')
    await goesOnAt(one, '[name="theme.vi"]', m['organize.settings.saved']({}, vi))
    await expectGoodPage(one)
  })

  it('in the settings without script, at the field that was changed', async () => {
    const { page } = await organizer({ script: false })
    await page.goto(`${desk}/settings`)
    await page.locator('[name="place.address"]').fill('46 Trần Phú')
    await page.getByRole('button', { name: save, exact: true }).click()
    await page.waitForURL(/#field-place-address$/)
    const notice = page.locator('main [role="status"]', { hasText: m['organize.settings.saved']({}, vi) })
    for (const one of [page.locator('#field-place-address'), notice.last()]) {
      const box = await one.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800)
    }
  })

  let times = 0
  it.each([true, false])('at the row of a category (script: %s)', async (script) => {
    const one = await organizer({ script })
    const { page } = one
    await page.goto(`${desk}/categories/${at.guest.id}`)
    await page.locator('[name="description.vi"]').fill(`Ai cũng đến được, lần ${++times}`)
    await page.getByRole('button', { name: save, exact: true }).click()
    await goesOnAt(one, `#category-${at.guest.id}`, m['shared.done.saved']({}, vi))
    await page.keyboard.press('Tab')
    await page.locator(`#category-${at.guest.id} a:focus`).waitFor()
  })

  it('at what was done to a guest, when its button is gone', async () => {
    const guest = await registration(at.guest, { state: 'pending', name: 'Lê Chờ' })
    const one = await organizer()
    const { page } = one
    await page.goto(`${desk}/registrations/${guest.id}`)
    await page.locator('form[action$="/approval"] button').click()
    await goesOnAt(one, '.done-notice', m['shared.done.approved']({}, vi))
    await expectGoodPage(one)
  })
})
