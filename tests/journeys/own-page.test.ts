import { beforeAll, describe, it } from 'vitest'
import { personalPath } from '#app/features/registration/domain/links/personal-link.server.ts'
import { m } from '#app/paraglide/messages.js'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const past = new Date(Date.now() - 3_600_000)
const states = [
  ['offered', { state: 'offered' }],
  ['offered too long ago', { state: 'offered', offerExpiresAt: past }],
  ['cancelled', { state: 'cancelled' }],
  ['declined', { state: 'declined', reason: 'Hạng khách này đã đủ người.' }],
  ['pending', { state: 'pending' }],
  ['waitlisted', { state: 'waitlisted' }],
] as const

describe.each(['vi', 'en'] as const)('the own page of a guest (%s)', (locale) => {
  let guest: Person
  let table: Awaited<ReturnType<typeof event>>
  beforeAll(async () => {
    guest = await comes({ locale })
    table = await event({ slug: `own-page-${locale}` })
  })

  it.each(states)('is good when %s', async (_, values) => {
    const made = await registration(table.guest, { ...values, locale })
    await guest.page.goto(personalPath(made.tokenSalt))
    await guest.page
      .locator('.ticket .mark')
      .getByText(words[values.state]({}, { locale }), { exact: true })
      .waitFor()
    await expectGoodPage(guest)
  })

  it('is good when the event is cancelled', async () => {
    const off = await event({ slug: `off-${locale}`, cancelledAt: new Date() })
    const made = await registration(off.guest, { state: 'cancelled', locale })
    await guest.page.goto(personalPath(made.tokenSalt))
    await guest.page.getByText(m['registration.page.event-cancelled']({}, { locale })).waitFor()
    await expectGoodPage(guest)
  })
})

const words = {
  offered: m['registration.state.offered'],
  cancelled: m['registration.state.cancelled'],
  declined: m['registration.state.declined'],
  pending: m['registration.state.pending'],
  waitlisted: m['registration.state.waitlisted'],
}
