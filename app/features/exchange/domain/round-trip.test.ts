import { describe, expect, it } from 'vitest'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { locales, sessionKinds } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import type { ImportedSession } from './imported-agenda.ts'
import { readAgenda } from './read-files.ts'
import { scheduleOf } from './schedule.ts'
import { scheduleXml } from './schedule-xml.ts'

const names = [
  ...[
    'Test Person, PhD',
    'Nguyễn Thị Ánh Tuyết',
    'Vũ, Tâm',
    'O’Neil & Sons',
    'Zoë "Zed" <Q>',
    'Müller-Lüdenscheidt',
  ],
  ...['李小龙', 'محمد علي', 'Ольга 🎬', "D'Arcy; Jr.", 'Nguyễn Thị Ánh Tuyết'],
]
const titles = [
  ...[
    'Khai mạc',
    'A, B; C',
    'R&amp;D & “film”',
    '<b>not bold</b> 1 < 2',
    '🎥 Emoji 👩🏽‍🚀',
    'Q&A: what now?',
  ],
  ...['Tọa đàm: điện ảnh', 'Ελληνικά', '100% #1 "quoted"'],
]
const texts = [
  ...['', 'One line.', 'Two\nlines', 'Dòng một\n\nDòng hai, có dấu phẩy', 'a < b and c > d', '“Quotes” & 🎬'],
  ...['See\n\nSlides: https://example.org/a?b=1&c=2', 'https://example.org/x\nhttps://example.org/y.'],
]
const places = ['Phòng lớn', 'Room 2, second floor', 'A & B', '7', 'Hội trường "Sen"', '__proto__']
const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Kolkata', 'UTC']
// The night in which the clocks of New York are put forward is among them.
const firstDay = Date.parse('2027-03-13T00:00:00Z')

const idOf = (kind: number, number: number) =>
  `${String(kind).repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** An agenda of anything that people write, over several days and midnights. */
function randomAgenda(seed: number): { agenda: PublishedAgenda; timeZone: string } {
  const { below, pick, chance } = seededRandom(seed)
  const both = (of: readonly string[]) => {
    const [vi, en] = [pick(of), pick(of)]
    return chance(0.3) ? { vi, original: 'vi' as const } : { vi, en, original: 'vi' as const }
  }
  const own = { honorific: {}, position: {}, affiliation: {}, pronunciation: null, precedence: 0 }
  const people = names.map((name, at) => {
    const about = { id: idOf(3, at), slug: `p${at}`, name, portraitId: null, biography: both(texts) }
    return { ...own, ...about }
  })
  const rooms = places.map((name, at) => ({
    id: idOf(1, at),
    name: { vi: name, original: 'vi' as const },
    venue: null,
  }))
  const tracks = ['Phim, ảnh', 'R&D', '🎬'].map((name, at) => {
    return { id: idOf(2, at), name: { vi: name, original: 'vi' as const }, colour: null }
  })
  const sessions = Array.from({ length: 1 + below(12) }, (_, at) => {
    const startsAt = firstDay + below(3 * 288) * 300_000
    const cast = new Set(Array.from({ length: below(4) }, () => pick(people).id))
    return {
      id: idOf(4, at),
      slug: `s${at}`,
      kind: pick(sessionKinds),
      title: both(titles),
      abstract: both(texts),
      languages: chance(0.5) ? [pick(locales)] : [],
      interpretation: [],
      capacity: null,
      signUp: false,
      trackId: chance(0.6) ? pick(tracks).id : null,
      roomId: chance(0.8) ? pick(rooms).id : null,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + (1 + below(120)) * 300_000).toISOString(),
      appearances: [...cast].map((personId) => ({ personId, role: 'speaker' as const, minutes: null })),
    }
  })
  return { agenda: { rooms, tracks, people, sessions }, timeZone: pick(zones) }
}

const addresses = {
  event: 'https://e.example/x',
  session: (slug: string) => `https://e.example/x/${slug}`,
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
    startsAt: new Date(firstDay),
    endsAt: new Date(firstDay + 3 * 86_400_000),
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
