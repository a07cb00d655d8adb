import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { joiningToken, supportingToken } from '#app/features/supporters/domain/supporter-links.server.ts'
import { joiningPath, supportingPath } from '#app/features/supporters/domain/supporter-paths.ts'
import { m } from '#app/paraglide/messages.js'
import { signedIds } from '#app/shared/auth/signed-ids.server.ts'
import { introduction, supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { initiativeWith, supporterOf } from '#tests/factories/supporters.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)

/** Who forgets to fill something in, and comes back to what is gone. */
async function comesAndErrs(as: Parameters<typeof comes>[0]) {
  const person = await comes(as)
  for (const status of [400, 410]) person.mayBeRefused(status)
  return person
}

it.each([
  ['vi', 360, false],
  ['vi', 360, true],
  ['en', 1280, true],
] as const)(
  'a film maker joins, stands in the list, is introduced to an investor and leaves (%s, %i wide, script: %s)',
  async (locale, width, script) => {
    const said = { locale }
    const of = await initiativeWith()
    const email = `phim-${nextNumber()}@example.org`
    const maker = await comesAndErrs({ locale, width, script })
    const { page } = maker
    // Without script nobody can look at the page from inside.
    const isGood = () => (script ? expectGoodPage(maker) : null)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const own = async () => {
      const [row] = await database().select().from(supporter).where(eq(supporter.email, email))
      return row
    }

    await page.goto(`/${locale}/initiatives/${of.slug}`)
    await page
      .getByRole('link', { name: m['supporters.join.title']({}, said) })
      .first()
      .click()
    await page.waitForURL(/\/join$/)
    await isGood()
    await press(m['supporters.join.press']({}, said))
    await page.locator('.form-errors').waitFor()
    await isGood()
    await page.locator('[name=name]').fill('Trần Thị Nhà Phim')
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=kind]').selectOption('film-maker')
    await page.locator('[name=country]').selectOption('VN')
    await page.locator('[name=offers]').fill('Kịch bản')
    expect(await page.locator('[name=listed]').isChecked()).toBe(false)
    expect(await page.locator('[name=news]').isChecked()).toBe(false)
    await page.locator('[name=listed]').check()
    await press(m['supporters.join.press']({}, said))
    await page.getByText(m['supporters.join.sent']({}, said)).waitFor()
    await isGood()
    const { id = '' } = (await own()) ?? {}

    await page.goto(joiningPath(joiningToken(id)))
    await isGood()
    expect((await own())?.state).toBe('waiting')
    await press(m['supporters.confirm.press']({}, said))
    await page.getByRole('heading', { name: m['supporters.own.title']({}, said) }).waitFor()
    await isGood()
    expect(await own()).toMatchObject({ state: 'joined', newsAt: null })

    await page.goto(`/${locale}/initiatives/${of.slug}/supporters`)
    await page.getByText('Trần Thị Nhà Phim').waitFor()
    await isGood()

    const fund = await supporterOf(of.id, { name: 'Jo Sample', body: 'Sample Fund', kind: 'investor' })
    const [asked] = await database()
      .insert(introduction)
      .values({
        initiativeId: of.id,
        firstId: id,
        secondId: fund.id,
        words: 'Cùng làm phim',
        secondAnswer: 'agreed',
        expiresAt: new Date(Date.now() + 86_400_000),
      })
      .returning()
    await page.goto(`/introductions/${signedIds('introduction', asked?.id ?? '', id)}`)
    await page.getByText('Cùng làm phim').waitFor()
    await isGood()
    expect(await page.content()).not.toContain(fund.email)
    await press(m['supporters.introduction.agree']({}, said))
    await page.getByText(m['supporters.introduction.made-lede']({}, said)).waitFor()
    await isGood()

    await page.goto(`${supportingPath(supportingToken(id))}/leaving`)
    await isGood()
    await press(m['supporters.own.leave']({}, said))
    await page.getByRole('heading', { name: m['supporters.own.left']({}, said) }).waitFor()
    await isGood()
    await page.getByRole('link', { name: m['supporters.own.erase']({}, said) }).click()
    await isGood()
    await press(m['supporters.own.erase']({}, said))
    await page.getByRole('heading', { name: m['supporters.gone.title']({}, said) }).waitFor()
    expect(await own()).toBe(undefined)
  },
)

it.each(['vi', 'en'] as const)('an organizer finds two supporters and asks both (%s)', async (locale) => {
  const said = { locale }
  const body = await organization()
  const of = await initiativeWith([body])
  const maker = await supporterOf(of.id, { name: 'Trần Thị Nhà Phim', isListed: true })
  const fund = await supporterOf(of.id, { name: 'Jo Sample', body: 'Sample Fund', kind: 'investor' })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer', { locale }))
  const organizer = await comes({ locale, width: locale === 'vi' ? 360 : 1280 })
  const { page } = organizer
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: app.url }])
  const desk = `/organize/initiatives/${of.slug}/supporters`
  await page.goto(`${desk}?q=tran+nha+phim`)
  await expectGoodPage(organizer)
  expect(await page.getByText(fund.email).count()).toBe(0)
  await page.goto(`${desk}/${maker.id}`)
  await expectGoodPage(organizer)
  await page.getByRole('link', { name: m['supporters.desk.introduce']({}, said) }).click()
  await page.getByLabel('Sample Fund').check()
  await page.getByRole('button', { name: m['supporters.introducing.look']({}, said) }).click()
  await page.locator('.act-preview').waitFor()
  await expectGoodPage(organizer)
  await page.locator('.act-preview button').click()
  await page.getByText(m['supporters.introducing.waits']({}, said)).waitFor()
  await expectGoodPage(organizer)
  await page.goto(`${desk}/${maker.id}/removal`)
  await expectGoodPage(organizer)
})
