import { beforeAll, describe, expect, it } from 'vitest'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { personalPath } from '#app/features/registration/domain/links/personal-link.server.ts'
import { m } from '#app/paraglide/messages.js'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
let first = ''
let second = ''

beforeAll(async () => {
  const made = await event({ slug: 'own-agenda' })
  await sessionOf(made, { title: { vi: 'Điện ảnh và ký ức', en: 'Film and memory' }, languages: ['vi'] })
  const small = { vi: 'Thực hành: nghe một cảnh phim', en: 'Listening to a scene' }
  await sessionOf(made, { capacity: 1, from: 15, title: small, languages: ['en'] })
  await publishAgenda(system(), { eventId: made.id })
  ;[first, second] = [
    personalPath((await registration(made.guest)).tokenSalt),
    personalPath((await registration(made.guest)).tokenSalt),
  ]
})

/** Reads the calendar as a program does that follows its address. */
async function calendarAt(href: string | null) {
  const answer = await fetch(String(href).replace(/^webcal:/, 'http:'))
  return answer.text()
}

describe('attendees who plan their days, without script', () => {
  it('mark a session, take the last seat of another, and have both in a calendar', async () => {
    const guest = await comes({ script: false, width: 360 })
    const { page } = guest
    await page.goto(first)
    await page.getByRole('link', { name: m['own-agenda.page.title']({}, vi), exact: true }).click()
    await page.getByText(m['own-agenda.page.empty']({}, vi)).waitFor()
    await page.getByRole('button', { name: 'Điện ảnh và ký ức' }).click()
    await page.waitForURL(/#all-film-and-memory$/)
    await page.getByRole('button', { name: m['own-agenda.seat.sign-up']({}, vi) }).click()
    const own = page.getByRole('region', { name: m['own-agenda.page.own']({}, vi) })
    await own.getByText(m['own-agenda.seat.taken']({}, vi)).waitFor()
    expect(await own.locator('.programme > li').count()).toBe(2)
    const clash = m['own-agenda.page.clash']({ sessions: 'Điện ảnh và ký ức' }, vi)
    await own.getByText(clash).waitFor()
    const link = own.getByRole('link', { name: m['own-agenda.page.calendar']({}, vi) })
    const calendar = await calendarAt(await link.getAttribute('href'))
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  })

  it('wait in line, and have the seat when it is given up', async () => {
    const [holder, other] = [await comes({ script: false }), await comes({ script: false })]
    const join = { name: m['own-agenda.seat.join']({}, vi) }
    await other.page.goto(`${second}/agenda`)
    await other.page.getByRole('button', join).click()
    const place = m['own-agenda.seat.waiting']({ place: 1 }, vi)
    await other.page
      .getByRole('region', { name: m['own-agenda.page.own']({}, vi) })
      .getByText(place)
      .waitFor()
    await holder.page.goto(`${first}/agenda?mine=1`)
    await holder.page.getByRole('button', { name: m['own-agenda.seat.leave']({}, vi) }).click()
    await holder.page.waitForURL(/mine=1/)
    await other.page.reload()
    await other.page
      .getByRole('region', { name: m['own-agenda.page.own']({}, vi) })
      .getByText(m['own-agenda.seat.taken']({}, vi))
      .waitFor()
  })

  it.each(['vi', 'en'] as const)('see good pages (%s)', async (locale) => {
    const guest = await comes({ locale })
    for (const path of [
      `${second}/agenda?lang=${locale}`,
      `/${locale}/events/danaff/agenda?by=room`,
      `/${locale}/events/own-agenda/agenda?by=language`,
    ]) {
      await guest.page.goto(path)
      await expectGoodPage(guest)
    }
  })
})

describe('a reader of the agenda, without script', () => {
  it('finds a session without diacritics, and takes the programme along', async () => {
    const reader = await comes({ script: false, width: 360 })
    const { page } = reader
    await page.goto('/vi/events/own-agenda/agenda')
    await page.getByRole('searchbox').fill('ky uc')
    await page.getByRole('button', { name: m['public.agenda.find']({}, vi), exact: true }).click()
    await page.getByText(m['public.agenda.found']({ count: 1 }, vi)).waitFor()
    expect(await page.locator('.programme h3').allInnerTexts()).toEqual(['Điện ảnh và ký ức'])
    const pdf = page.getByRole('link', { name: m['public.agenda.pdf']({}, vi) })
    const file = await page.request.get(String(await pdf.getAttribute('href')))
    expect(file.headers()['content-type']).toBe('application/pdf')
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
