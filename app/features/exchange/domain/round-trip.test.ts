import { describe, expect, it } from 'vitest'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { firstRandomDay, randomAgenda } from '#tests/factories/random-agenda.ts'
import type { ImportedSession } from './imported-agenda.ts'
import { readAgenda } from './read/read-files.ts'
import { scheduleOf } from './schedule.ts'
import { scheduleXml } from './schedule-xml.ts'

const addresses = {
  event: 'https://e.example/x',
  session: (slug: string) => `https://e.example/x/${slug}`,
  film: (slug: string) => `https://e.example/vi/events/x/films/${slug}`,
  changes: '',
}

function exported(seed: number) {
  const { agenda, timeZone } = randomAgenda(seed)
  const locale = seed % 2 === 0 ? ('vi' as const) : ('en' as const)
  const event = {
    slug: 'round-trip',
    title: { vi: 'Liên hoan', original: 'vi' as const },
    timeZone,
    accent: '#123456',
    startsAt: new Date(firstRandomDay),
    endsAt: new Date(firstRandomDay + 3 * 86_400_000),
  }
  return { agenda, timeZone, locale, schedule: scheduleOf({ event, agenda, version: 1 }, addresses, locale) }
}

/** What of a session is to come back, as it was and as it was read. */
function wanted({ agenda, locale }: ReturnType<typeof exported>, hasBiographies: boolean) {
  return agenda.sessions
    .map((one) => ({
      key: one.id,
      title: textIn(one.title, locale),
      abstract: textIn(one.abstract, locale),
      kind: one.kind,
      language: one.languages[0] ?? locale,
      startsAt: { instant: one.startsAt },
      minutes: (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000,
      room: textIn(agenda.rooms.find(({ id }) => id === one.roomId)?.name, locale),
      track: textIn(agenda.tracks.find(({ id }) => id === one.trackId)?.name, locale),
      people: one.appearances.map(({ personId }) => {
        const person = agenda.people.find(({ id }) => id === personId)
        const biography = hasBiographies ? textIn(person?.biography, locale) : ''
        return [person?.name, `schedule ${personId}`, biography]
      }),
    }))
    .sort((a, b) => a.key.localeCompare(b.key))
}

function found(sessions: readonly ImportedSession[]) {
  return sessions
    .map(({ key, title, abstract, kind, language, startsAt, minutes, room, track, people }) => ({
      key,
      title,
      abstract,
      kind,
      language,
      startsAt,
      minutes,
      room,
      track,
      people: people.map((one) => [one.name, one.key, one.biography ?? '']),
    }))
    .sort((a, b) => a.key.localeCompare(b.key))
}

const seeds = Array.from({ length: 60 }, (_, at) => at + 1)

describe('an agenda that leaves and comes back keeps sessions, people, rooms, tracks, links and texts', () => {
  it.each(seeds)('as JSON, seed %i', (seed) => {
    const whole = exported(seed)
    const { sessions, zone } = readAgenda([JSON.stringify(whole.schedule)])
    expect(found(sessions)).toEqual(wanted(whole, true))
    if (zone) expect(zone).toBe(whole.timeZone)
  })

  it.each(seeds)('as XML, which leaves out biographies, seed %i', (seed) => {
    const whole = exported(seed)
    const { sessions } = readAgenda([scheduleXml(whole.schedule, 'https://e.example/x.xml')])
    expect(found(sessions)).toEqual(wanted(whole, false))
  })
})

it('the links of a text stand in the file by themselves', () => {
  const links = seeds.flatMap((seed) =>
    exported(seed).schedule.schedule.conference.days.flatMap((day) =>
      Object.values(day.rooms).flatMap((events) => events.flatMap((one) => one.links)),
    ),
  )
  expect(links).toContainEqual({ title: 'Slides', url: 'https://example.org/a?b=1&c=2' })
  expect(links).toContainEqual({ title: 'https://example.org/y', url: 'https://example.org/y' })
})

it('the films of a screening stand among its links, and come back as no words of it', () => {
  const films = seeds.flatMap((seed) => exported(seed).agenda.sessions.flatMap((one) => one.films ?? []))
  const whole = seeds.map((seed) => exported(seed).schedule)
  const links = whole.flatMap((one) => JSON.stringify(one).match(/"type":"film"/g) ?? [])
  expect(films.length).toBeGreaterThan(20)
  expect(links).toHaveLength(films.length)
  const xml = whole.map((one) => scheduleXml(one, '')).join('')
  expect(xml).toContain('<link href="https://e.example/vi/events/x/films/rain">')
})
