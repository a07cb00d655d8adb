import { readFile } from 'node:fs/promises'
import readSheet from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { send } from '#tests/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { invitationIn, mailsTo } from './mail.ts'
import { people } from './people.ts'

const app = await runningApp()
const { comes } = people(app)
const organizer = await comes()
const { page } = organizer
const vi = { locale: 'vi' } as const
const desk = '/organize/events/guest-desk'
const reporter = { name: 'Đỗ Thị Phóng Viên', email: 'phong.vien@example.org' }
const rows = () => page.locator('tbody tr')

beforeAll(async () => {
  const body = await organization({ slug: 'desk-host' })
  const table = await event({ slug: 'guest-desk', hosts: [body] })
  await category(table, { code: 'press', name: { vi: 'Báo chí', en: 'Press' }, needsApproval: true })
  await registration(table.guest, { name: 'Nguyễn Đăng Quang', affiliation: '=HYPERLINK("x")' })
  for (let n = 0; n < 3; n++) await registration(table.guest)
  const form = { ...reporter, category: 'press', consent: 'on' }
  expect((await send(app, '/vi/events/guest-desk/register', { form })).status).toBe(303)
  const cookie = await signInCookieOf(await memberOf(body, 'admin'))
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: app.url }])
})

describe('the list of registrations', () => {
  it('finds a name without its diacritics, and filters by state', async () => {
    await page.goto(`${desk}/registrations`)
    expect(await rows().count()).toBe(5)
    await expectGoodPage(organizer)
    await page.getByLabel(m['registration.list.search']({}, vi)).fill('dang quang')
    await page.getByRole('button', { name: m['shared.search.button']({}, vi) }).click()
    await page.waitForURL('**?q=dang+quang**')
    expect(await rows().allTextContents()).toEqual([expect.stringContaining('Nguyễn Đăng Quang')])
    await page.goto(`${desk}/registrations?q=nobody`)
    await expectGoodPage(organizer)
    await page.goto(`${desk}/registrations?state=pending`)
    expect(await rows().allTextContents()).toEqual([expect.stringContaining(reporter.name)])
  })

  it('is downloaded as CSV and as a workbook, in which no cell is a formula', async () => {
    await page.goto(`${desk}/registrations`)
    const download = async (words: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words }).click(),
      ])
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
    }
    const csv = await download(m['registration.list.csv']({}, vi))
    expect(csv.name).toMatch(/^guest-desk-registrations-\d{4}-\d\d-\d\d\.csv$/)
    const text = csv.bytes.toString('utf8')
    expect(text).toMatch(/^\uFEFF"/)
    expect(text).toContain('"\'=HYPERLINK(""x"")"')
    expect(text.trim().split('\r\n')).toHaveLength(6)
    const workbook = await download(m['registration.list.xlsx']({}, vi))
    const [sheet] = await readSheet(workbook.bytes)
    const names = sheet?.data.map(([name]) => name) ?? []
    expect(names).toHaveLength(6)
    expect(names).toContain('Nguyễn Đăng Quang')
  })
})

describe('a journalist', () => {
  it('is approved, and gets the invitation', async () => {
    await mailsTo(app, reporter.email, 1)
    await page.goto(`${desk}/registrations?state=pending`)
    await page.getByRole('link', { name: reporter.name }).click()
    await page.getByRole('heading', { level: 1, name: reporter.name }).waitFor()
    await expectGoodPage(organizer)
    await page.getByRole('button', { name: m['registration.detail.approve']({}, vi) }).click()
    await page.getByText(m['registration.state.confirmed']({}, vi), { exact: true }).waitFor()
    const [, confirmed] = await mailsTo(app, reporter.email, 2)
    if (!confirmed) throw new Error('no mail')
    expect(invitationIn(confirmed).method).toBe('REQUEST')
  })

  it('has mails in the outbox with the text as it was sent, but not the link, and gets one again', async () => {
    await page.goto(`${desk}/outbox`)
    await expectGoodPage(organizer)
    await page.getByRole('link', { name: reporter.name }).first().click()
    await page.getByText(m['mail.outbox.as-sent']({}, vi)).waitFor()
    await page.getByText('BEGIN:VCALENDAR').waitFor()
    await page.frameLocator('main iframe').getByText(reporter.name).first().waitFor()
    const [, sent] = await mailsTo(app, reporter.email, 2)
    const shown = await page.locator('main').innerHTML()
    expect(shown).not.toContain(String(sent?.link.split('/').at(-1)))
    await expectGoodPage(organizer)
    await page.getByRole('button', { name: m['mail.outbox.resend']({}, vi) }).click()
    await page.getByText(m['mail.outbox.done-queued']({}, vi)).waitFor()
    const [, first, again] = await mailsTo(app, reporter.email, 3)
    if (!first || !again) throw new Error('no mail')
    expect([again.link, again.messageId === first.messageId]).toEqual([first.link, false])
    expect(invitationIn(again).event).toEqual(invitationIn(first).event)
  })
})

describe('the desk', () => {
  it('adds somebody by hand', async () => {
    await page.goto(`${desk}/registrations`)
    await page.getByRole('link', { name: m['registration.list.add']({}, vi) }).click()
    await page.getByRole('textbox', { name: m['registration.form.name']({}, vi) }).fill('Lý Thị Tay')
    await page.getByRole('textbox', { name: m['registration.form.email']({}, vi) }).fill('tay@example.org')
    await page.locator('input[name="category"][value="guest"]').check()
    await expectGoodPage(organizer)
    await page.getByRole('button', { name: m['registration.add.submit']({}, vi) }).click()
    await page.getByRole('heading', { level: 1, name: 'Lý Thị Tay' }).waitFor()
    await mailsTo(app, 'tay@example.org', 1)
  })

  it('says who did what', async () => {
    await page.goto(`${desk}/activity`)
    await page.getByText(reporter.name).first().waitFor()
    await expectGoodPage(organizer)
    await page.goto(desk)
    await expectGoodPage(organizer)
  })

  it('invites a colleague, who accepts by the link of the mail', async () => {
    await page.goto('/organize/organizations/desk-host/members')
    await expectGoodPage(organizer)
    await page.getByLabel(m['organize.members.name']({}, vi)).fill('Trợ Lý')
    await page.locator('input[name="email"]').fill('tro.ly@example.org')
    await page.locator('input[name="role"][value="door"]').check()
    await page.getByRole('button', { name: m['organize.members.invite']({}, vi) }).click()
    await page.getByRole('cell', { name: 'tro.ly@example.org' }).waitFor()
    const [invitation] = await mailsTo(app, 'tro.ly@example.org', 1)
    const assistant = await comes({ width: 360 })
    await assistant.page.goto(String(invitation?.link))
    await assistant.page.getByRole('button', { name: m['sign-in.membership.accept']({}, vi) }).click()
    await assistant.page.waitForURL('**/organize')
    await assistant.page.goto(`${desk}/registrations`)
    await assistant.page.getByText('Nguyễn Đăng Quang').waitFor()
    expect(await assistant.page.getByText(m['registration.list.csv']({}, vi)).count()).toBe(0)
  })
})
