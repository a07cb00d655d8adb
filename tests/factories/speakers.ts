import { randomUUID } from 'node:crypto'
import type { PublishedAgenda, PublishedPerson, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { agendaVersion, appearance, person as people, session as sessions } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'

export async function person(values: Partial<typeof people.$inferInsert> = {}) {
  const n = nextNumber()
  const row = { slug: `person-${n}`, name: `Diễn giả ${n}`, email: `speaker${n}@example.org`, ...values }
  return first(await database().insert(people).values(row).returning())
}

/** A session of the event's first hour with these people as speakers: in the draft, and as a version shows it. */
export async function session(
  event: { id: string; startsAt: Date; endsAt: Date },
  speakers: { id: string }[],
  values: Partial<typeof sessions.$inferInsert> = {},
) {
  const n = nextNumber()
  const slot = { startsAt: event.startsAt, endsAt: new Date(event.startsAt.getTime() + 60 * 60_000) }
  const row = {
    eventId: event.id,
    slug: `session-${n}`,
    kind: 'panel' as const,
    title: { vi: `Phiên ${n}`, en: `Session ${n}`, original: 'vi' as const },
    ...slot,
    ...values,
  }
  const made = first(await database().insert(sessions).values(row).returning())
  const appearances = speakers.map(({ id }) => ({ personId: id, role: 'speaker' as const, minutes: 10 }))
  if (appearances.length > 0) {
    const placed = appearances.map((one, position) => ({ ...one, position, sessionId: made.id }))
    await database().insert(appearance).values(placed)
  }
  const { id, slug, kind, title } = made
  const published: PublishedSession = {
    id,
    slug,
    kind,
    title,
    abstract: {},
    languages: ['vi'],
    interpretation: [],
    capacity: null,
    signUp: false,
    trackId: null,
    roomId: 'r1',
    appearances,
    startsAt: (made.startsAt ?? event.startsAt).toISOString(),
    endsAt: (made.endsAt ?? event.endsAt).toISOString(),
  }
  return published
}

/** A version of the agenda with exactly these sessions, published behind the verbs' back: nobody is told. */
export async function version(
  event: { id: string },
  number: number,
  ...shown: PublishedSession[]
): Promise<PublishedAgenda> {
  const ids = [...new Set(shown.flatMap((one) => one.appearances.map(({ personId }) => personId)))]
  const agenda: PublishedAgenda = {
    rooms: ['1', '2'].map((n) => ({ id: `r${n}`, name: { vi: `Phòng ${n}`, en: `Room ${n}` }, venue: null })),
    tracks: [],
    people: ids.map((id) => ({ ...nobody, id, slug: id })),
    sessions: shown,
  }
  await database().insert(agendaVersion).values({ eventId: event.id, number, agenda })
  return agenda
}

const nobody: PublishedPerson = {
  id: randomUUID(),
  slug: '',
  name: '',
  honorific: {},
  position: {},
  affiliation: {},
  biography: {},
  pronunciation: null,
  precedence: 1000,
  portraitId: null,
}
