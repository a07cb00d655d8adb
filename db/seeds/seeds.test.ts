import { describe, expect, it } from 'vitest'
import { appearanceRoles, eventKinds, sessionKinds } from '#app/shared/vocabulary.ts'
import { firstWeekday, localDay } from './days.ts'
import { harvardPeople } from './harvard-people.ts'
import { seedWorld } from './seed-world.ts'
import type { SeedEvent } from './world.ts'

const nine = [
  'Đặng Hoàng Giang',
  'Ngô Phương Lan',
  'Michael Dukakis',
  'Tony Bùi',
  'Meg Montagnino',
  'Mars',
  'Angela Peri',
  'Nguyễn Hoàng Nguyên',
  'Nguyễn Anh Tuấn',
]

// New Year's Eve in UTC is New Year in Hà Nội; the second lies before a leap day.
const moments = ['2026-11-23T10:00Z', '2027-12-31T20:00Z', '2028-02-28T17:30Z'].map((at) => new Date(at))

describe.each(moments)('the seed worlds of %s', (now) => {
  const world = seedWorld(now)
  const everyEvent = world.events.map((event) => [event.slug, event] as const)

  it('have every text in both languages, composed and trimmed', () => {
    const pairs = bilingualsIn(world)
    expect(pairs.length).toBeGreaterThan(150)
    const texts = pairs.flatMap(({ vi, en }) => [vi, en]).filter((text) => typeof text !== 'object')
    for (const text of texts) {
      expect(text).toBeTypeOf('string')
      expect(text).not.toBe('')
      expect(text).toBe(String(text).trim().normalize('NFC'))
    }
  })

  it('tell the same in both languages of a recap: the same notes in the same order', () => {
    for (const { notes, recap } of world.records) {
      const keys = new Set(notes.map((one) => one.key))
      expect(keys.size).toBe(notes.length)
      for (const { vi, en } of Object.values(recap)) {
        const told = [vi, en].map(({ body }) =>
          body.flatMap((part) =>
            typeof part === 'string' || 'heading' in part ? [] : 'quote' in part ? [part.quote] : part.list,
          ),
        )
        expect(told[0]).toEqual(told[1])
        expect(told[0]?.filter((key) => !keys.has(key))).toEqual([])
        for (const { title, lead, body } of [vi, en]) {
          for (const text of [title, lead, ...body.filter((part) => typeof part === 'string')]) {
            expect(text).toBe(text.trim().normalize('NFC'))
          }
        }
      }
    }
  })

  it('hear all nine at Harvard, and six proposals', () => {
    const [harvard] = world.records
    const spoke = new Set(harvard?.notes.flatMap((one) => one.person ?? []))
    expect(spoke).toEqual(new Set(harvardPeople.map((one) => one.key)))
    expect(harvard?.notes.filter((one) => one.kind === 'proposal')).toHaveLength(6)
  })

  it('refer only to what exists', () => {
    const organizations = new Set(world.organizations.map(({ slug }) => slug))
    const people = new Set(world.people.map(({ key }) => key))
    const events = world.events.map(({ slug }) => slug)
    expect(people.size).toBe(world.people.length)
    expect(new Set(events).size).toBe(events.length)
    for (const [at, event] of world.events.entries()) {
      const rooms = new Set(event.rooms.map(({ key }) => key))
      const tracks = new Set(event.tracks.map(({ key }) => key))
      const { films: all = [], sections = [] } = event.catalogue ?? {}
      const films = new Set(all.map(({ slug }) => slug))
      expect(films.size).toBe(all.length)
      for (const { section } of all) expect(sections.map(({ slug }) => slug)).toContain(section)
      expect(event.hosts.length).toBeGreaterThan(0)
      expect(event.hosts.filter((slug) => !organizations.has(slug))).toEqual([])
      if (event.parent) expect(events.slice(0, at)).toContain(event.parent)
      for (const session of event.sessions) {
        if (session.room) expect(rooms).toContain(session.room)
        if (session.track) expect(tracks).toContain(session.track)
        for (const { person } of session.appearances) expect(people).toContain(person)
        for (const film of session.films ?? []) expect(films).toContain(film)
      }
    }
    for (const initiative of world.initiatives) {
      expect(initiative.organizations.filter((slug) => !organizations.has(slug))).toEqual([])
      if (initiative.bornAt) expect(events).toContain(initiative.bornAt)
      const notes = world.records.flatMap((record) => record.notes.map(({ key }) => key))
      expect(initiative.parts.notes.filter((key) => !notes.includes(key))).toEqual([])
      expect(initiative.parts.events.filter((slug) => !events.includes(slug))).toEqual([])
      for (const { source } of initiative.parts.news) expect(Object.values(source)).not.toContain('')
    }
  })

  it.each(everyEvent)('%s uses known codes and lawful values', (_, event) => {
    expect(eventKinds).toContain(event.kind)
    expect(event.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(event.accent).toMatch(/^#[0-9a-f]{6}$/)
    expect(event.contactEmail).toMatch(/@example\.org$/)
    const slugs = event.sessions.map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    for (const session of event.sessions) {
      expect(sessionKinds).toContain(session.kind)
      for (const { role } of session.appearances) expect(appearanceRoles).toContain(role)
    }
  })

  it.each(everyEvent)('%s says that times and rooms are illustrative', (_, event) => {
    expect(event.description.vi).toContain('minh họa')
    expect(event.description.en.toLowerCase()).toContain('times and rooms')
    expect(event.description.en).toContain('illustrative')
  })

  it.each(everyEvent)('%s keeps its sessions inside and apart', (_, event) => {
    for (const session of event.sessions) {
      expect(minuteOf(session.ends)).toBeGreaterThan(minuteOf(session.starts))
      expect(session.starts >= event.starts && session.ends <= event.ends).toBe(true)
    }
    expect(overlaps(event, (session) => (session.room ? [session.room] : []))).toEqual([])
    expect(overlaps(event, (session) => session.appearances.map(({ person }) => person))).toEqual([])
  })

  it.each(everyEvent)('%s gives nobody more minutes than there are', (_, event) => {
    for (const session of event.sessions) {
      const spoken = session.appearances.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
      expect(spoken).toBeLessThanOrEqual(minuteOf(session.ends) - minuteOf(session.starts))
    }
  })

  it.each(everyEvent)('%s has categories that can fill it', (_, event) => {
    const seats = event.categories.map(({ capacity = event.capacity }) => capacity)
    expect(seats.every((count) => count > 0 && count <= event.capacity)).toBe(true)
    expect(seats.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(event.capacity)
    expect(event.registration.opens < event.registration.closes).toBe(true)
    expect(event.registration.closes < event.ends).toBe(true)
  })

  it('show what begins together in different rooms of the festival', () => {
    const festival = world.events.find(({ slug }) => slug === 'danaff')
    const starts = festival?.sessions.map((session) => session.starts) ?? []
    const together = starts.filter((one, at) => starts.indexOf(one) === at && starts.lastIndexOf(one) > at)
    expect(together.length).toBeGreaterThanOrEqual(3)
  })

  it('keep a child within the days of its parent', () => {
    for (const child of world.events.filter(({ parent }) => parent)) {
      const parent = world.events.find(({ slug }) => slug === child.parent)
      expect(parent && child.starts >= parent.starts && child.ends <= parent.ends).toBe(true)
    }
  })

  it('let a newcomer register at once, and nobody for Harvard', () => {
    const bySlug = new Map(everyEvent)
    const today = localDay(now, 'Asia/Ho_Chi_Minh')
    const friends = bySlug.get('friends-roundtable')
    expect(friends?.registration.opens.slice(0, 10)).toBe(localDay(now, 'Asia/Ho_Chi_Minh', -1))
    expect(friends && friends.registration.closes.slice(0, 10) > today).toBe(true)
    expect(new Date(`${friends?.starts}Z`).getUTCDay()).toBe(2)
    expect([friends?.capacity, friends?.waitlist]).toEqual([60, true])
    expect(bySlug.get('harvard-roundtable-2025')?.registration.closes).toBe('2025-03-07T18:00')
    expect((bySlug.get('danaff')?.sessions.length ?? 0) >= 20).toBe(true)
  })
})

describe('the names at Harvard', () => {
  it('are the nine of the report, byte for byte', () => {
    expect(harvardPeople.map(({ name }) => name).sort()).toEqual(
      [...nine].map((name) => name.normalize('NFC')).sort(),
    )
    const spoke = seedWorld(moments[0] ?? new Date()).events[0]?.sessions.flatMap(
      (session) => session.appearances,
    )
    expect(new Set(spoke?.map(({ person }) => person)).size).toBe(9)
  })
})

describe('days', () => {
  it('are those of the zone', () => {
    expect(localDay(new Date('2025-03-11T22:00Z'), 'America/New_York')).toBe('2025-03-11')
    expect(localDay(new Date('2025-03-11T22:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2025-03-12')
    expect(localDay(new Date('2028-02-28T20:00Z'), 'Asia/Ho_Chi_Minh', 1)).toBe('2028-03-01')
  })

  it('find a weekday, the day itself included', () => {
    expect(firstWeekday('2025-03-11', 2)).toBe('2025-03-11')
    expect(firstWeekday('2025-03-12', 2)).toBe('2025-03-18')
  })
})

function bilingualsIn(value: unknown): { vi?: unknown; en?: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(bilingualsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value || 'en' in value) return [value]
  return Object.values(value).flatMap(bilingualsIn)
}

function minuteOf(local: string): number {
  return Date.parse(`${local}Z`) / 60_000
}

type Session = SeedEvent['sessions'][number]

function overlaps(event: SeedEvent, takenBy: (session: Session) => string[]): string[] {
  return event.sessions.flatMap((one, at) =>
    event.sessions
      .slice(at + 1)
      .filter((other) => one.starts < other.ends && other.starts < one.ends)
      .filter((other) => takenBy(one).some((key) => takenBy(other).includes(key)))
      .map((other) => `${one.slug} and ${other.slug}`),
  )
}
