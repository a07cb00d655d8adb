import { eq } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { event as events, guestCategory, venue as venues } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { loader as eventPage } from '../event.tsx'
import { EventFacts } from './event-facts.tsx'

const { db } = await testDatabase()
const store = { requestId: 't', source: '192.0.2.7', locale: 'en' as const, nonce: '' }

/** The facts of an event as its page shows them to somebody in English. */
const factsOf = (slug: string) =>
  withRequestStore({ ...store }, async () => {
    const request = new Request(`http://localhost:3000/en/events/${slug}`)
    const { data } = await eventPage({ request, params: { lang: 'en', event: slug }, context: {} })
    const { event: of, venues: at, outlook, calendar, share } = data
    return renderToStaticMarkup(
      <EventFacts event={of} venues={at} outlook={outlook} calendar={calendar} share={share} />,
    )
  })

const park = {
  name: { en: 'APEC Park' },
  address: '',
  city: {},
  country: '',
  latitude: null,
  longitude: null,
  wayThere: {},
  entrance: {},
  parking: {},
  stepFree: null,
  lift: null,
}

describe('the facts of an event', () => {
  it('say when in both zones, where on three maps, the way in, the cost, and each category’s seats', async () => {
    const made = await event({ entry: 'free', capacity: 50, timeZone: 'America/New_York' })
    await db.update(guestCategory).set({ capacity: 20 }).where(eq(guestCategory.id, made.guest.id))
    await category(made, { name: { en: 'Press' }, needsApproval: true })
    const access = {
      latitude: 42.37,
      longitude: -71.11,
      wayThere: { en: 'Red line' },
      stepFree: 'partly',
    } as const
    await db.update(venues).set(access).where(eq(venues.eventId, made.id))
    const other = await addVenue(system(), { eventId: made.id, details: park })
    const html = await factsOf(made.slug)
    for (const said of [
      'Vietnam time',
      `/en/events/${made.slug}/venues/harvard-university`,
      `/en/events/${made.slug}/venues/${other.slug}`,
      'https://www.openstreetmap.org/?mlat=42.37',
      'https://www.google.com/maps/search/?api=1&amp;query=42.37%2C-71.11',
      'https://maps.apple.com/?ll=42.37%2C-71.11',
      'Red line',
      'In part; please ask the hosts',
      'Free',
      '20 seats left',
      'The organizers approve each registration',
      `/en/events/${made.slug}/register`,
      `/events/${made.slug}/event.ics`,
      'mailto:?subject=',
    ])
      expect(html).toContain(said)
    expect(html).not.toMatch(/<(img|iframe|script)/)
    for (const [link] of html.matchAll(/<a href="https[^>]*>/g)) expect(link).toContain('rel="noopener"')
  })

  it('find a place by its address where nobody gave coordinates, and say no place before it is known', async () => {
    const made = await event()
    expect(await factsOf(made.slug)).toContain(
      'https://www.openstreetmap.org/search?query=%C4%90%E1%BA%A1i%20h%E1%BB%8Dc%20Harvard%2C%201%20Harvard%20Yard',
    )
    await db.update(events).set({ venueId: null }).where(eq(events.id, made.id))
    await db.delete(venues).where(eq(venues.eventId, made.id))
    const html = await factsOf(made.slug)
    expect(html).toContain('The place will be announced.')
    expect(html).not.toContain('openstreetmap')
  })

  it('ask for nothing once it is over, and say no more of seats', async () => {
    const [startsAt, endsAt] = [new Date('2025-03-11T22:00:00Z'), new Date('2025-03-12T00:00:00Z')]
    const made = await event({ startsAt, endsAt, capacity: 50, registrationOpensAt: null })
    const html = await factsOf(made.slug)
    for (const gone of ['/register', 'seats left', 'event.ics']) expect(html).not.toContain(gone)
    expect(html).toContain('mailto:?subject=')
  })

  it('offer to tell when registration opens, as long as it is not open', async () => {
    const made = await event({ registrationOpensAt: new Date(Date.now() + 86_400_000) })
    const html = await factsOf(made.slug)
    expect(html).toContain(`href="/en/events/${made.slug}/opening"`)
    expect(html).not.toContain('/register')
    expect(await factsOf((await event()).slug)).not.toContain('/opening')
  })
})
