import { beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { category, event } from '#tests/factories/events.ts'
import { runningApp } from '#tests/running-app.ts'
import { agree, fillIn, register, send } from './attending.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp()
const { comes } = people(app)
const vi = { locale: 'vi' } as const

beforeAll(async () => {
  const table = await event({ slug: 'two-ways' })
  await category(table, { code: 'press', name: { vi: 'Báo chí' }, emailDomains: ['press.example'] })
})

describe('a guest with script', () => {
  let person: Person
  const posts: string[] = []
  beforeAll(async () => {
    person = await comes({ width: 360 })
    person.page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  })

  it('is told at the fields what is missing, on the page as it stands', async () => {
    const { page } = person
    await page.goto('/vi/events/two-ways/register')
    await page.evaluate(() => Object.assign(window, { isTheSame: true }))
    await expectGoodPage(person)
    person.mayBeRefused(400)
    await send(page, 'vi')
    await page.locator('#field-consent-error').waitFor()
    const wrong = page.locator('input[aria-invalid="true"], fieldset[aria-invalid="true"] input')
    const names = await wrong.evaluateAll((all) => all.map((one) => one.getAttribute('name')))
    expect(names).toEqual(['name', 'email', 'category', 'category', 'consent'])
    expect(await focused(page)).toBe('form-errors')
    expect(await page.locator('.form-errors a').first().textContent()).toMatch(
      new RegExp(`^${m['registration.form.name']({}, vi)}: `),
    )
    expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true)
    expect(posts).toHaveLength(1)
    await expectGoodPage(person)
  })

  it('keeps every word when the server refuses', async () => {
    const { page } = person
    const guest = {
      name: "Trần O'Hara",
      email: 'an@elsewhere.example',
      position: 'Nhà báo',
      category: 'press',
    }
    await fillIn(page, 'vi', guest)
    await agree(page)
    await send(page, 'vi')
    await page.getByText(m['shared.refusal.domain-not-allowed']({}, vi)).first().waitFor()
    expect(await focused(page)).toBe('form-errors')
    expect(posts).toHaveLength(2)
    expect(await page.locator('input[name="name"]').inputValue()).toBe(guest.name)
    expect(await page.locator('input[name="position"]').inputValue()).toBe(guest.position)
    expect(await page.locator('input[name="consent"]').isChecked()).toBe(true)
    expect(await page.locator('input[name="category"]:checked').inputValue()).toBe('press')
    await expectGoodPage(person)
  })

  it('corrects the one field and is registered', async () => {
    const { page } = person
    await page.getByRole('textbox', { name: m['registration.form.email']({}, vi) }).fill('an@press.example')
    await send(page, 'vi')
    await page.waitForURL(/\/registrations\/[\w-]{43}$/)
    await expectGoodPage(person)
    for (const part of ['answers', 'cancellation']) {
      await page.goto(`${page.url().split('/').slice(0, 5).join('/')}/${part}`)
      await expectGoodPage(person)
    }
  })
})

describe('a guest on a slow line', () => {
  it('types before the script has come, and loses nothing', async () => {
    const person = await comes({ width: 360 })
    const { page } = person
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route('**/*.js', (route) => arrival.then(() => route.continue()))
    await page.goto('/vi/events/two-ways/register', { waitUntil: 'commit' })
    await fillIn(page, 'vi', { name: 'Người Nhanh', email: 'nhanh@press.example', category: 'press' })
    await page.locator('input[name="language"][value="en"]').check()
    await agree(page)
    arrive()
    await page.waitForLoadState()
    const chosen = page.locator('input:checked')
    const values = await chosen.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    expect(values).toEqual(['press', 'en', 'on'])
    await send(page, 'vi')
    await page.waitForURL(/\/registrations\/[\w-]{43}$/)
    await page.getByText('Người Nhanh').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})

describe('the last seat', () => {
  it('goes to one of two who send at the same moment; the other waits', async () => {
    const { id, slug } = await event({ capacity: 2 })
    const early = await comes()
    await register(early.page, 'vi', slug, { name: 'Người Sớm', email: 'som@example.org' })
    const rivals = await Promise.all(['mai', 'lan'].map((name) => ready(slug, name)))
    await Promise.all(rivals.map(({ page }) => send(page, 'vi')))
    await Promise.all(rivals.map(({ page }) => page.waitForURL(/\/registrations\/[\w-]{43}$/)))
    const words = rivals.map(({ page }) => page.locator('.ticket .mark').textContent())
    expect((await Promise.all(words)).sort()).toEqual(
      [m['registration.state.confirmed']({}, vi), m['registration.state.waitlisted']({}, vi)].sort(),
    )
    for (const rival of rivals) await expectGoodPage(rival)
    await early.page.goto('/registrations/mailed?lang=en')
    await expectGoodPage(early)
    const { sql } = connection()
    const states =
      await sql`select state::text, count(*)::int from registration where event_id = ${id} group by 1 order by 1`
    expect([...states]).toEqual([
      { state: 'confirmed', count: 2 },
      { state: 'waitlisted', count: 1 },
    ])
  })

  async function ready(slug: string, name: string): Promise<Person> {
    const rival = await comes()
    await rival.page.goto(`/vi/events/${slug}/register`)
    await fillIn(rival.page, 'vi', { name: `Người Tên ${name}`, email: `${name}@example.org` })
    await agree(rival.page)
    return rival
  }
})

function focused(page: Person['page']) {
  return page.evaluate(() => document.activeElement?.className)
}
