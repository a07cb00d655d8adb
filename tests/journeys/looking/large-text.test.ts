import { describe, expect, it } from 'vitest'
import { personalPath } from '#app/features/registration/domain/links/personal-link.server.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { runningApp } from '#tests/running-app.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const harvard = '/events/harvard-roundtable-2025'
const pages = [
  harvard,
  `${harvard}/agenda`,
  `${harvard}/live`,
  '/events/friends-roundtable/register',
  '/events/danaff/agenda',
]

describe.each(['vi', 'en'] as const)('with text twice as large on a phone (%s)', (locale) => {
  it('no page scrolls sideways', async () => {
    const table = await event({ slug: `large-text-${locale}`, contactEmail: 'events-office@example.org' })
    const made = await registration(table.guest, { state: 'confirmed', locale })
    const reader = await comes({ width: 360, locale })
    const wide: string[] = []
    for (const path of [
      ...pages.map((path) => `/${locale}${path}`),
      personalPath(made.tokenSalt),
      '/sign-in',
    ]) {
      await reader.page.goto(path)
      const over = await reader.page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        return document.documentElement.scrollWidth - window.innerWidth
      })
      if (over > 0) wide.push(`${path} by ${over}px`)
    }
    expect(wide).toEqual([])
    await reader.leaves()
  })
})
