import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { largeFestival } from '#tests/factories/festival/large-festival.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const most = 60 * 1024

it('200 screenings in six houses are one light page, as a list and as a grid of houses', async () => {
  const { slug } = await largeFestival()
  for (const address of [`/vi/events/${slug}/agenda`, `/en/events/${slug}/agenda?by=grid`]) {
    const html = await (await fetch(app.url + address)).text()
    expect(html.match(/<h3/g)?.length).toBe(200)
    expect(gzipSync(html).length, address).toBeLessThanOrEqual(most)
  }
  const reader = await comes({ width: 360 })
  const { page } = reader
  await page.goto(`/vi/events/${slug}/agenda?by=grid`)
  expect(await page.locator('.room-grid').count()).toBe(7)
  expect(await page.locator('.room-grid').first().locator('.room-grid-house').count()).toBe(6)
  await expectGoodPage(reader)
})
