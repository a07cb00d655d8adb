import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from '#app/features/calendar/domain/calendar-reading.ts'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { event } from '#tests/factories/events.ts'
import { runningApp } from '#tests/running-app.ts'
import { agree, fillIn, register, send } from './attending.ts'
import { invitationIn, mailsTo } from './mail.ts'
import { type Person, people } from './people.ts'

const app = await runningApp()
const { comes } = people(app)
const phone = () => comes({ width: 360, script: false })
const vi = { locale: 'vi' } as const
const en = { locale: 'en' } as const
const guest = {
  name: 'Nguyễn Thị "Bé", <x> Đặng',
  email: 'be.nguyen@example.org',
  organization: 'Hãng phim 🎬 Sông Hương',
}

describe('a guest without script', () => {
  let person: Person
  let link = ''
  beforeAll(async () => {
    person = await phone()
  })

  it('finds the form, forgets the consent, and loses nothing', async () => {
    const { page } = person
    await page.goto('/vi')
    await page.locator('main a[href="/vi/events/friends-roundtable"]').first().click()
    await page.locator('.attend-bar a[href="/vi/events/friends-roundtable/register"]').click()
    await fillIn(page, 'vi', guest)
    person.mayBeRefused(400)
    await send(page, 'vi')
    await page.getByRole('alert').getByText(m['registration.form.consent-missing']({}, vi)).waitFor()
    const typed = page.getByLabel(m['registration.form.organization']({}, vi))
    expect(await typed.inputValue()).toBe(guest.organization)
    expect(await page.locator('input[name="category"]:checked').inputValue()).toBe('guest')
  })

  it('registers, and sees what was typed as it was typed', async () => {
    const { page } = person
    await agree(page)
    await send(page, 'vi')
    await page.waitForURL(/\/registrations\/[\w-]{43}$/)
    link = page.url()
    await page.getByText(m['registration.state.confirmed']({}, vi), { exact: true }).waitFor()
    await page.getByText(guest.name, { exact: true }).waitFor()
    await page.getByText(guest.organization).waitFor()
  })

  it('gets the mail with an invitation that a calendar understands', async () => {
    const [mail] = await mailsTo(app, guest.email, 1)
    if (!mail) throw new Error('no mail')
    expect(mail.to).toEqual([{ name: guest.name, address: guest.email }])
    expect(mail.link).toBe(link)
    expect(mail.html).not.toContain('<x>')
    const { method, event } = invitationIn(mail)
    expect(method).toBe('REQUEST')
    expect([event.sequence, event.status, event.attendees[0]?.address]).toEqual([
      0,
      'CONFIRMED',
      `mailto:${guest.email}`,
    ])
    expect(event.title).toContain('Những người bạn điện ảnh')
  })

  it('registers again with another spelling of the address, and gets the same link by mail', async () => {
    const { page } = person
    await page.goto('/en/events/friends-roundtable/register')
    await fillIn(page, 'en', { name: 'Someone Else', email: guest.email.toUpperCase() })
    await agree(page)
    await send(page, 'en')
    await page.waitForURL(/\/registrations\/mailed/)
    await page.getByRole('heading', { name: m['registration.mailed.title']({}, en) }).waitFor()
    const [first, again] = await mailsTo(app, guest.email, 2)
    if (!first || !again) throw new Error('no mail')
    expect([again.link, again.messageId === first.messageId]).toEqual([link, false])
    expect(invitationIn(again).event).toMatchObject({ uid: invitationIn(first).event.uid, sequence: 0 })
    const rows = await connection().sql`select name from registration where email_key = ${guest.email}`
    expect(rows).toEqual([{ name: guest.name }])
  })

  it('changes details and language, and takes the calendar entry along', async () => {
    const { page } = person
    await page.goto(link)
    await page.getByRole('link', { name: m['registration.page.edit']({}, vi) }).click()
    await page.getByLabel(m['registration.form.position']({}, vi)).fill('Đạo diễn')
    await page.getByRole('button', { name: m['registration.answers.save']({}, vi) }).click()
    await page.getByText(`Đạo diễn, ${guest.organization}`).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText(m['registration.page.title']({}, en), { exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const calendar = await page.request.get(`${link}/calendar.ics`)
    expect(calendar.headers()['content-type']).toMatch(/^text\/calendar/)
    expect(faultsOf(await calendar.text())).toEqual([])
  })

  it('cancels, and the calendar takes the entry out', async () => {
    const { page } = person
    await page.goto(link)
    await page.getByRole('link', { name: m['registration.page.cancel']({}, en) }).click()
    await page.getByRole('button', { name: m['registration.cancel.confirm']({}, en) }).click()
    await page.getByText(m['registration.state.cancelled']({}, en), { exact: true }).waitFor()
    const [first, , last] = await mailsTo(app, guest.email, 3)
    if (!first || !last) throw new Error('no mail')
    const [made, cancelled] = [invitationIn(first).event, invitationIn(last)]
    expect(cancelled.method).toBe('CANCEL')
    expect(cancelled.event).toMatchObject({ uid: made.uid, status: 'CANCELLED' })
    expect(cancelled.event.sequence).toBeGreaterThan(made.sequence)
  })
})

describe('the one who waits', () => {
  it('is offered the seat that another gives back, and takes it', async () => {
    const { slug } = await event({ capacity: 1 })
    const [first, second] = [await phone(), await phone()]
    const seated = { name: 'Lê Thị Một', email: 'mot@example.org' }
    const waiting = { name: 'Trần Văn Hai', email: 'hai@example.org' }
    const seat = await register(first.page, 'vi', slug, seated)
    await register(second.page, 'en', slug, waiting)
    await second.page.getByText(m['registration.state.waitlisted']({}, en), { exact: true }).waitFor()

    await first.page.goto(`${seat}/cancellation`)
    await first.page.getByRole('button', { name: m['registration.cancel.confirm']({}, vi) }).click()
    await first.page.getByText(m['registration.state.cancelled']({}, vi), { exact: true }).waitFor()

    const [, offer] = await mailsTo(app, waiting.email, 2)
    await second.page.goto(offer?.link ?? '')
    await second.page.getByRole('button', { name: m['registration.page.accept']({}, en) }).click()
    await second.page.getByText(m['registration.state.confirmed']({}, en), { exact: true }).waitFor()
    const [, , confirmed] = await mailsTo(app, waiting.email, 3)
    if (!confirmed) throw new Error('no mail')
    expect(invitationIn(confirmed).method).toBe('REQUEST')
  })
})
