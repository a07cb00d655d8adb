import { describe, expect, it } from 'vitest'
import type { PublishedPerson } from '#db/schema/agenda-snapshot.ts'
import { castOf, inProtocolOrder, isFromHost, partsOf } from './people-at-table.ts'

const person = (name: string, precedence: number, affiliation = {}): PublishedPerson => ({
  id: name,
  slug: name,
  name,
  honorific: {},
  position: {},
  affiliation,
  biography: {},
  pronunciation: null,
  portraitId: null,
  precedence,
})
const session = (id: string, appearances: { personId: string; role: 'speaker' | 'moderator' }[]) => ({
  id,
  slug: id,
  kind: 'talk' as const,
  title: {},
  abstract: {},
  languages: [],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: null,
  startsAt: '',
  endsAt: '',
  appearances: appearances.map((one) => ({ ...one, minutes: null })),
})

it('sits by protocol, equals by the Vietnamese alphabet', () => {
  const people = [
    person('Đỗ', 20),
    person('Dương', 20),
    person('Ánh', 20),
    person('Zoë', 10),
    person('Ăn', 20),
  ]
  expect(inProtocolOrder(people).map((one) => one.name)).toEqual(['Zoë', 'Ánh', 'Ăn', 'Dương', 'Đỗ'])
})

describe('hosts at the table', () => {
  const hosts = [{ shortName: 'BGF', name: { vi: 'Diễn đàn Toàn cầu Boston', en: 'Boston Global Forum' } }]
  it.each([
    [{ en: 'Boston Global Forum' }, true],
    [{ vi: 'diễn đàn toàn cầu Boston ' }, true],
    [{ en: 'BGF' }, true],
    [{ en: 'Boston Global Forum (BGF)' }, true],
    [{ en: 'Boston Casting' }, false],
    [{}, false],
  ])('%o: %s', (affiliation, host) => {
    expect(isFromHost(person('x', 1, affiliation), hosts)).toBe(host)
  })
})

it('finds the parts of a person, and a cast without doubles', () => {
  const both = [
    { personId: 'a', role: 'moderator' as const },
    { personId: 'a', role: 'speaker' as const },
    { personId: 'gone', role: 'speaker' as const },
  ]
  const agenda = {
    rooms: [],
    tracks: [],
    people: [person('a', 1)],
    sessions: [session('one', both), session('two', [])],
  }
  expect(partsOf(agenda, 'a')).toMatchObject([{ session: { id: 'one' }, roles: ['moderator', 'speaker'] }])
  expect(castOf(agenda, both)).toMatchObject([{ person: { id: 'a' }, roles: ['moderator', 'speaker'] }])
})
