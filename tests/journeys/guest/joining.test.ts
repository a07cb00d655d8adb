import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { subscriptionToken, unsubscribeToken } from '#app/features/lists/domain/contact-links.server.ts'
import { subscriptionPath, unsubscribePath } from '#app/features/lists/domain/contact-paths.ts'
import { m } from '#app/paraglide/messages.js'
import { contact, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { list } from '#tests/factories/lists.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)

it.each([
  ['vi', 360, false],
  ['en', 1280, true],
  ['vi', 360, true],
] as const)(
  'a list is joined, confirmed and left (%s, %i wide, script: %s)',
  async (locale, width, script) => {
    const said = { locale }
    const of = await list()
    const email = `reader-${nextNumber()}@example.org`
    const reader = await comes({ locale, width, script })
    const { page } = reader
    // Without script nobody can look at the page from inside.
    const isGood = () => (script ? expectGoodPage(reader) : null)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const stateOf = async () => {
      const [row] = await database()
        .select({ state: subscription.state, contactId: contact.id })
        .from(subscription)
        .innerJoin(contact, eq(contact.id, subscription.contactId))
        .where(eq(contact.email, email))
      return row
    }
    await page.goto(`/${locale}/lists/${of.slug}`)
    await isGood()
    await page.getByLabel(m['lists.form.email']({}, said)).first().fill(email)
    await press(m['lists.form.join']({}, said))
    await page.getByText(m['lists.page.waiting']({}, said)).waitFor()
    await isGood()
    const { contactId = '' } = (await stateOf()) ?? {}

    await page.goto(subscriptionPath(subscriptionToken(contactId)))
    await isGood()
    expect((await stateOf())?.state).toBe('waiting')
    await press(m['lists.confirm.press']({}, said))
    await page.getByRole('heading', { name: m['lists.confirm.done']({}, said) }).waitFor()
    await isGood()
    await page.getByRole('link', { name: m['lists.preferences.title']({}, said) }).click()
    await page.getByRole('heading', { name: m['lists.preferences.how']({}, said) }).waitFor()
    await isGood()

    const address = unsubscribePath(unsubscribeToken(contactId, of.id))
    const oneClick = await fetch(`${app.url}${address}`, { headers: { Accept: 'text/html' } })
    expect([
      oneClick.status,
      oneClick.headers.get('X-Robots-Tag'),
      oneClick.headers.get('Cache-Control'),
    ]).toEqual([200, 'noindex, nofollow', 'no-store'])
    await page.goto(address)
    await isGood()
    expect((await stateOf())?.state).toBe('confirmed')
    await press(m['lists.leave.press']({}, said))
    await page.getByRole('heading', { name: m['lists.leave.done']({}, said) }).waitFor()
    await isGood()
    expect((await stateOf())?.state).toBe('left')
    const clicked = await fetch(`${app.url}${address}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: 'https://mail.example',
        'Sec-Fetch-Site': 'cross-site',
      },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([clicked.status, clicked.headers.get('Set-Cookie')]).toEqual([200, null])
  },
)

it.each(['vi', 'en'] as const)(
  'an organizer sees who is on a list and by which words (%s)',
  async (locale) => {
    const of = await list()
    const cookie = await signInCookieOf(await memberOf({ id: of.organizationId }, 'organizer', { locale }))
    const organizer = await comes({ locale, width: locale === 'vi' ? 360 : 1280 })
    const [name = '', value = ''] = cookie.split('=')
    await organizer.page.context().addCookies([{ name, value, url: app.url }])
    await organizer.page.goto('/organize')
    const members = await organizer.page.locator('a[href$="/members"]').first().getAttribute('href')
    await organizer.page.goto(String(members))
    const lists = await organizer.page.locator('.tabs a[href$="/lists"]').getAttribute('href')
    await organizer.page.goto(String(lists))
    await expectGoodPage(organizer)
    await organizer.page.goto(`${lists}/${of.id}`)
    await expectGoodPage(organizer)
    await organizer.page.goto(`${lists}/${of.id}/import`)
    await organizer.page.getByLabel(m['people.import.text']({}, { locale })).fill('Lan <lan@example.org>')
    await organizer.page.getByLabel(m['lists.import.ground']({}, { locale })).fill('Danh thiếp')
    await organizer.page.getByRole('button', { name: m['people.import.preview']({}, { locale }) }).click()
    await organizer.page.locator('.act-preview').waitFor()
    await expectGoodPage(organizer)
    await organizer.page.locator('.act-preview button').click()
    await organizer.page.getByRole('link', { name: 'lan@example.org' }).click()
    await organizer.page.getByText('Danh thiếp').waitFor()
    await expectGoodPage(organizer)
  },
)
