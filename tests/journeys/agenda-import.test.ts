import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const programme = `9:00 – 9:20 Khai mạc, Đại sứ Nguyễn Quốc Dũng
9:20 – 10:00 Thảo luận: điện ảnh và ký ức
   Huyền Đặng Thái
10:00 – 10:15
   Lê Hồng Lâm`

/** An organizer before the import page of an event of one day, whose hosts know a director. */
async function desk(options: Parameters<typeof comes>[0]) {
  const startsAt = new Date('2027-03-11T13:00:00Z')
  const endsAt = new Date('2027-03-11T21:00:00Z')
  const body = await organization()
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body, 'organizer'))).split('=')
  const made = await event({ hosts: [body], timeZone: 'America/New_York', startsAt, endsAt })
  await addPerson(system(), { eventId: made.id, name: 'Đặng Thái Huyền' })
  const someone = await comes(options)
  await someone.page.context().addCookies([{ name, value, url: app.url }])
  const address = `/organize/events/${made.slug}/agenda/import`
  await someone.page.goto(address)
  return { ...someone, made, address }
}

const apply = (count: number) => ({ name: m['exchange.import.apply']({ count }, vi) })
const preview = { name: m['exchange.import.preview']({}, vi) }

describe.each([
  { script: true, width: 1280 },
  { script: false, width: 360 },
])('an organizer, as $script with script, at $width px', (options) => {
  it('pastes an agenda, answers what it leaves open, and has it in the draft once', async () => {
    const someone = await desk(options)
    const { page, made, address } = someone
    await expectGoodPageWithScript(someone)
    await page.locator('#field-text').fill(programme)
    await page.getByRole('button', preview).click()

    // The text names no day: that of the event is proposed, to be seen before anything is taken over.
    await page.getByText(m['exchange.import.note-day']({}, vi)).waitFor()
    expect(await page.locator('#field-day').inputValue()).toBe('2027-03-11')
    await page.getByRole('heading', { name: m['exchange.import.group-look']({ count: 2 }, vi) }).waitFor()
    await page.getByText(m['exchange.import.person-new']({ name: 'Nguyễn Quốc Dũng' }, vi)).waitFor()
    await expectGoodPageWithScript(someone)
    expect(await listDraftSessions(made.id)).toEqual([])

    const who = page.getByLabel(m['exchange.import.who-is']({ name: 'Huyền Đặng Thái' }, vi))
    await who.selectOption({ label: 'Đặng Thái Huyền' })
    const row = m['exchange.import.row-line']({ number: '4' }, vi)
    const title = page.getByLabel(m['exchange.import.title-of']({ row }, vi))
    await title.fill('Lời kết')
    await page.getByRole('button', { name: m['exchange.import.again']({}, vi) }).click()
    await page.getByRole('button', apply(3)).waitFor()
    // What was answered stands there and can still be changed.
    expect(await title.inputValue()).toBe('Lời kết')
    await page.getByText(/Huyền Đặng Thái \(.*Đặng Thái Huyền\)/).waitFor()
    await page.getByRole('button', apply(3)).click()
    await page.getByText(m['exchange.import.nothing']({}, vi)).waitFor()
    await expectGoodPageWithScript(someone)
    const stored = await listDraftSessions(made.id)
    expect(stored.map((one) => [one.title.vi, one.startsAt])).toEqual([
      ['Khai mạc', '2027-03-11T14:00:00.000Z'],
      ['Thảo luận: điện ảnh và ký ức', '2027-03-11T14:20:00.000Z'],
      ['Lời kết', '2027-03-11T15:00:00.000Z'],
    ])
    await page.getByRole('link', { name: m['exchange.import.to-list']({}, vi) }).click()
    await page.getByText('Thảo luận: điện ảnh và ký ức').first().waitFor()

    await page.goto(address)
    await page.locator('#field-text').fill(programme.replace('10:00 – 10:15', '10:00 – 10:15 Lời kết'))
    await page.getByRole('button', preview).click()
    await page.getByText(m['exchange.import.nothing']({}, vi)).waitFor()
    expect(await page.getByRole('button', apply(0)).count()).toBe(0)
    expect(await listDraftSessions(made.id)).toEqual(stored)
  })

  it('uploads a table, then a newer one, and keeps one session as it is', async () => {
    const someone = await desk(options)
    const { page, made, address } = someone
    const upload = async (rows: string[], name = 'agenda.csv') => {
      await page.goto(address)
      const text = ['\uFEFFMã;Ngày;Bắt đầu;Thời lượng;Tên phiên', ...rows].join('\r\n')
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
      await page.locator('#field-file').setInputFiles(file)
      await page.getByRole('button', preview).click()
    }
    await upload(['1;2027-03-11;9:00;20;Khai mạc', '2;2027-03-11;9:20;40;Thảo luận'])
    await page.getByText('agenda.csv').waitFor()
    await page.getByRole('button', apply(2)).click()
    await page.getByText(m['exchange.import.nothing']({}, vi)).waitFor()

    await upload(['1;2027-03-11;9:10;20;Khai mạc', '2;2027-03-11;9:30;40;Thảo luận chung'])
    await page.getByRole('heading', { name: m['exchange.import.group-changed']({ count: 2 }, vi) }).waitFor()
    const second = page.getByRole('row').filter({ hasText: 'Thảo luận chung' })
    const field = m['exchange.import.session']({}, vi)
    await second.getByText(m['exchange.import.was']({ field, before: 'Thảo luận' }, vi)).waitFor()
    await expectGoodPageWithScript(someone)
    await second.getByLabel(m['exchange.import.keep']({}, vi)).check()
    await page.getByRole('button', { name: m['exchange.import.again']({}, vi) }).click()
    await page.getByRole('button', apply(1)).click()
    await page.getByText(/agenda\.csv/).waitFor()
    const titles = (await listDraftSessions(made.id)).map((one) => [one.title.vi, one.startsAt])
    expect(titles).toEqual([
      ['Khai mạc', '2027-03-11T14:10:00.000Z'],
      ['Thảo luận', '2027-03-11T14:20:00.000Z'],
    ])
  })

  it('is told where a file breaks, and keeps what was pasted', async () => {
    const { page, mayBeRefused } = await desk(options)
    mayBeRefused(400)
    await page.locator('#field-text').fill('{"schedule":\n{"conference": ')
    await page.getByRole('button', preview).click()
    await page.getByText(m['exchange.import.fault-broken-at']({ line: '2' }, vi)).waitFor()
    expect(await page.locator('#field-text').inputValue()).toContain('"conference"')
  })

  // axe is a script itself.
  const expectGoodPageWithScript: typeof expectGoodPage = async (someone) => {
    if (options.script) await expectGoodPage(someone)
  }
})
