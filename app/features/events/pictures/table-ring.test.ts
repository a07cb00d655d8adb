import { expect, it } from 'vitest'
import type { PublishedPerson } from '#db/schema/agenda-snapshot.ts'
import { tableRing } from './table-ring.ts'

const none = {}
const person = (name: string): PublishedPerson => ({
  id: name,
  slug: name.toLowerCase(),
  name,
  honorific: none,
  position: none,
  affiliation: { en: name === 'An' ? 'Boston Global Forum' : 'Press' },
  biography: none,
  pronunciation: null,
  precedence: 100,
  portraitId: null,
})
const event = {
  slug: 'table',
  kind: 'roundtable' as const,
  startsAt: new Date('2025-03-11T22:00:00Z'),
  endsAt: new Date('2025-03-12T00:00:00Z'),
  timeZone: 'America/New_York',
  hosts: [{ shortName: 'BGF', name: { en: 'Boston Global Forum' } }],
}
const three = ['An', 'Bình', 'Chi'].map(person)

it('draws people at one table, with hosts marked and the day in its middle', () => {
  expect(tableRing(event, three, 'en')).toMatchObject({
    people: [
      { name: 'An', href: '/en/events/table/speakers/an', host: true },
      { name: 'Bình', host: false },
      { name: 'Chi', host: false },
    ],
    centre: { large: '11', small: 'March 2025' },
  })
})

it.each([
  ['a day of screenings', { ...event, kind: 'screening-day' as const }, three],
  ['more than have room for their names', event, 'abcdefghijklm'.split('').map(person)],
  ['a festival', { ...event, kind: 'festival' as const }, three],
  ['two people', event, three.slice(1)],
  ['an empty middle', { ...event, endsAt: new Date('2025-04-02T00:00:00Z') }, three],
])('draws nothing for %s', (_name, of, people) => {
  expect(tableRing(of, people, 'vi')).toBeNull()
})
