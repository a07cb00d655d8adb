import { describe, expect, it } from 'vitest'
import { agendaBlocks } from '#app/features/calendar/agenda-blocks.server.ts'
import { calendarFeed } from '#app/features/calendar/domain/feed-calendar.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { randomAgenda } from '#tests/factories/random-agenda.ts'
import type { ImportedSession } from './domain/imported-agenda.ts'
import { readAgenda } from './domain/read/read-files.ts'

type Agenda = ReturnType<typeof randomAgenda>['agenda']

const event = { slug: 'round-trip', venue: null, cancelledAt: null, revision: 1, updatedAt: new Date(0) }
const history = { changedIn: () => ({ number: 1, publishedAt: new Date(0) }), dropped: [] }

const calendarOf = (agenda: Agenda, locale: Locale) =>
  calendarFeed({
    name: 'X',
    blocks: agendaBlocks({ event, agenda, venues: [] }, history, locale),
    refreshHours: 1,
  })

/** What of a session is to come back, as it was. */
function wanted(agenda: Agenda, locale: Locale) {
  return agenda.sessions
    .map((one) => ({
      key: one.id,
      title: textIn(one.title, locale),
      abstract: textIn(one.abstract, locale),
      kind: one.kind,
      startsAt: { instant: one.startsAt },
      endsAt: { instant: one.endsAt },
      room: textIn(agenda.rooms.find(({ id }) => id === one.roomId)?.name, locale),
      track: textIn(agenda.tracks.find(({ id }) => id === one.trackId)?.name, locale),
      people: one.appearances.map(({ personId }) => [
        agenda.people.find(({ id }) => id === personId)?.name,
        `schedule ${personId}`,
      ]),
    }))
    .sort((a, b) => a.key.localeCompare(b.key))
}

function found(sessions: readonly ImportedSession[]) {
  return sessions
    .map(({ key, title, abstract, kind, startsAt, endsAt, room, track, people }) => ({
      key,
      title,
      abstract,
      kind,
      startsAt,
      endsAt,
      room,
      track,
      people: people.map((one) => [one.name, one.key]),
    }))
    .sort((a, b) => a.key.localeCompare(b.key))
}

const seeds = Array.from({ length: 40 }, (_, at) => at + 1)

describe('an agenda that leaves as a calendar and comes back', () => {
  it.each(seeds)('keeps sessions, times, people, rooms, tracks, links and texts, seed %i', (seed) => {
    const { agenda } = randomAgenda(seed)
    const locale = seed % 2 === 0 ? ('vi' as const) : ('en' as const)
    const { sessions, notes } = readAgenda([calendarOf(agenda, locale)])
    expect(found(sessions)).toEqual(wanted(agenda, locale))
    expect(notes).toEqual([])
  })

  it('says where a text is longer than a calendar holds', () => {
    const { agenda } = randomAgenda(1)
    const sessions = agenda.sessions.map((one) => ({ ...one, abstract: { en: 'word '.repeat(1200) } }))
    const read = readAgenda([calendarOf({ ...agenda, sessions }, 'en')]).sessions
    expect(read.map(({ unclear }) => unclear)).toEqual(sessions.map(() => ['cut']))
  })
})

it('a calendar of others keeps its addresses and says that guests are no speakers', () => {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:T', 'DESCRIPTION:Words']
    .concat('DTSTART:20270312T010000Z', 'DTEND:20270312T020000Z', 'URL:https://example.org/t')
    .concat('ATTENDEE;CN="Jane Doe":mailto:jane@example.org', 'END:VEVENT', 'END:VCALENDAR')
    .join('\r\n')
  const { sessions, notes } = readAgenda([text])
  expect(sessions[0]).toMatchObject({ abstract: 'Words\n\nhttps://example.org/t', people: [] })
  expect(notes).toEqual(['calendar-guests'])
})
