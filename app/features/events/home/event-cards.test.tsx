import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { getPublicEvent } from '../domain/events.server.ts'
import { FeaturedEvent } from '../featured-event.tsx'
import { registrationOutlook } from '../registration-outlook.ts'
import { EventCards } from './event-cards.tsx'

await testDatabase()
const soon = { registrationOpensAt: new Date(Date.now() + 86_400_000) }

const drawn = (values: Parameters<typeof event>[0]) =>
  withRequestStore({ requestId: 't', source: '192.0.2.7', locale: 'en', nonce: '' }, async () => {
    const made = await getPublicEvent((await event(values)).slug)
    const outlook = registrationOutlook(made, [], new Date())
    const featured = { ...made, parts: [] }
    return {
      opening: `href="/en/events/${made.slug}/opening"`,
      card: renderToStaticMarkup(<EventCards events={[made]} />),
      first: renderToStaticMarkup(
        <FeaturedEvent event={featured} people={[]} running={false} outlook={outlook} />,
      ),
    }
  })

it('an event that is not open yet offers to tell when it is: on its card, and as the next one', async () => {
  const { opening, card, first } = await drawn(soon)
  expect(card).toContain(opening)
  expect(first).toContain(opening)
})

it.each([
  ['that is open', {}],
  ['without registration', { registrationOpensAt: null }],
  ['that was called off', { ...soon, cancelledAt: new Date() }],
])('one %s offers no such thing', async (_, values) => {
  const { card, first } = await drawn(values)
  expect(card + first).not.toContain('/opening')
})
