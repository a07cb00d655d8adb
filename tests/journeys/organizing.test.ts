import { describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { send } from '#tests/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { mailsTo } from './mail.ts'
import { people } from './people.ts'

const app = await runningApp()
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/trial-roundtable'
const organizer = await comes({ width: 1280 })
const colleague = await comes({ width: 360 })
const button = (name: string) => ({ name, exact: true })
const titleIn = (language: 'in-vietnamese' | 'in-english') =>
  m[`organize.form.${language}`]({ label: m['organize.form.title']({}, vi) }, vi)

describe('signing in', () => {
  it('by the link that the start prints, which a look does not use up', async () => {
    const { page } = organizer
    const [link = ''] = /http\S+\/sign-in\/link\/\S+/.exec(app.told().join('\n')) ?? []
    for (let look = 0; look < 2; look++) {
      expect((await send(app, new URL(link).pathname)).status).toBe(200)
    }
    await page.goto(link)
    await expectGoodPage(organizer)
    await page.getByRole('button', button(m['sign-in.link.enter']({}, vi))).click()
    await page.waitForURL('**/organize')
    await expectGoodPage(organizer)
    expect((await send(app, new URL(link).pathname)).status).toBe(410)
  })

  it('by a mailed code, and back to where one wanted to go', async () => {
    const { page } = colleague
    await page.goto('/organize/events/friends-roundtable')
    await expectGoodPage(colleague)
    await page.getByLabel(m['sign-in.start.email']({}, vi)).fill('Organizer@example.org')
    await page.getByRole('button', button(m['sign-in.start.send']({}, vi))).click()
    await page.waitForURL('**/sign-in/code')
    const [mail] = await mailsTo(app, 'organizer@example.org', 1)
    // A scanner opens the link before anybody reads the mail.
    expect((await send(app, new URL(String(mail?.link)).pathname)).status).toBe(200)
    const [code = ''] = /\b\d{3} ?\d{3}\b/.exec(mail?.text ?? '') ?? []
    colleague.mayBeRefused(400)
    await page.getByLabel(m['sign-in.code.code']({}, vi)).fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', button(m['sign-in.code.enter']({}, vi))).click()
    await page.getByText(m['sign-in.code.wrong']({}, vi)).waitFor()
    await expectGoodPage(colleague)
    await page.getByLabel(m['sign-in.code.code']({}, vi)).fill(code)
    await page.getByRole('button', button(m['sign-in.code.enter']({}, vi))).click()
    await page.waitForURL('**/organize/events/friends-roundtable')
    await expectGoodPage(colleague)
  })
})

describe('an event', () => {
  it('is drafted in both languages', async () => {
    const { page } = organizer
    await page.goto('/organize')
    await page.getByRole('link', button(m['organize.events.create']({}, vi))).click()
    await page.getByLabel(titleIn('in-vietnamese')).fill('Bàn tròn thử')
    await page.getByLabel(titleIn('in-english')).fill('Trial roundtable')
    await page.locator('input[name="registrationOpensAt"]').fill('2026-01-01T08:00')
    await page.locator('input[name="capacity"]').fill('40')
    await expectGoodPage(organizer)
    await page.getByRole('button', button(m['organize.new-event.create']({}, vi))).click()
    await page.waitForURL(`**${desk}`)
    await page.getByText(m['organize.state.draft']({}, vi)).filter({ visible: true }).first().waitFor()
    await expectGoodPage(organizer)
    expect((await send(app, '/vi/events/trial-roundtable')).status).toBe(404)
  })

  it('is pressed at while its page still wakes, and no press breaks it', async () => {
    const page = await organizer.page.context().newPage()
    const broken: string[] = []
    page.on('pageerror', ({ message }) => broken.push(message))
    await page.addInitScript(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        if (document.querySelector('html[data-hydrated]')) return
        document.querySelector('main')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
        port2.postMessage(0)
      }
      port2.postMessage(0)
    })
    await page.goto(`${desk}/settings`)
    await page.locator('html[data-hydrated]').waitFor({ state: 'attached' })
    expect(broken).toEqual([])
    await page.close()
  })

  it('keeps what two people change in two windows at once', async () => {
    const [one, other] = [organizer.page, colleague.page]
    await Promise.all([one.goto(`${desk}/settings`), other.goto(`${desk}/settings`)])
    const save = button(m['organize.form.save']({}, vi))
    await one.getByLabel(titleIn('in-vietnamese')).fill('Bàn tròn thử nghiệm')
    await one.getByRole('button', save).click()
    await one.waitForURL('**/settings?told=0*')
    await one.getByText(m['organize.settings.saved']({}, vi)).waitFor()
    await other.getByLabel(titleIn('in-english')).fill('Roundtable on trial')
    await other.getByRole('button', save).click()
    await other.waitForURL('**/settings?told=0*')
    expect(await other.getByLabel(titleIn('in-vietnamese')).inputValue()).toBe('Bàn tròn thử nghiệm')
    expect(await other.getByLabel(titleIn('in-english')).inputValue()).toBe('Roundtable on trial')
  })

  it('gets a category and is published', async () => {
    const { page } = organizer
    await page.goto(`${desk}/categories`)
    await page.locator('input[name="name.vi"]').fill('Báo chí')
    await page.locator('input[name="needsApproval"]').check()
    await page.getByRole('button', button(m['organize.categories.add']({}, vi))).click()
    await page.getByRole('link', { name: 'Báo chí' }).waitFor()
    await expectGoodPage(organizer)
    await page.getByRole('link', { name: 'Báo chí' }).click()
    await page.waitForURL('**/categories/*')
    await expectGoodPage(organizer)
    await page.goto(desk)
    await page.getByRole('button', button(m['organize.publication.publish']({}, vi))).click()
    await page.getByText(m['organize.state.published']({}, vi)).filter({ visible: true }).first().waitFor()
    const public_ = await send(app, '/en/events/trial-roundtable')
    expect([public_.status, public_.text.includes('Roundtable on trial')]).toEqual([200, true])
    const form = await send(app, '/en/events/trial-roundtable/register')
    expect(form.text).toContain('Báo chí')
  })

  it.each(['hosts', 'settings', 'cancellation', 'activity', 'outbox', 'registrations'])(
    'has a good page for its %s while nothing has happened',
    async (part) => {
      await organizer.page.goto(`${desk}/${part}`)
      await expectGoodPage(organizer)
    },
  )
})

describe('signing out everywhere', () => {
  it('ends the other window too', async () => {
    const { page } = organizer
    await page.goto('/organize')
    await page.locator('.menu summary').click()
    await page.getByRole('button', button(m['organize.menu.sign-out-everywhere']({}, vi))).click()
    await page.waitForURL('**/sign-in')
    await colleague.page.goto('/organize')
    expect(colleague.page.url()).toContain('/sign-in?to=')
  })
})
