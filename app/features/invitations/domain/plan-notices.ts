import { sessionPlace } from '#app/features/calendar/domain/session-entry.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import type { HeldBack, PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'

/** An invitation as it stands: what the person really was told, which may be older than the last version. */
export type StoredInvitation = {
  id: string
  personId: string
  sessionId: string
  uid: string
  sequence: number
  cancelledAt: Date | null
  answer: CalendarAnswer
  /** The address it went to. */
  email: string | null
  sent: SentInvitation | null
}

export type Invitee = {
  id: string
  name: string
  email: string | null
  locale: Locale
  assistantEmail: string | null
  /** The record that stands for this one: another where two were merged. */
  keptId?: string
}

/** One mail that is owed to one person about one session, with the version of the calendar entry it carries. */
export type Notice = {
  personId: string
  sessionId: string
  /** The row it continues; null makes one, with a UID of its own. */
  invitationId: string | null
  kind: 'asked' | 'changed' | 'cancelled'
  method: 'REQUEST' | 'CANCEL'
  sequence: number
  sent: SentInvitation
  before: SentInvitation | null
  answer: CalendarAnswer
  /** Without an address nobody can be told: the notice is shown, and is owed until there is one. */
  to: { name: string; email: string | null; locale: Locale; assistantEmail: string | null }
}

type NoticeInput = {
  before: StoredInvitation[]
  /** Null when everything ends, since the event will not take place. */
  agenda: PublishedAgenda | null
  people: Invitee[]
  heldBack?: Pick<HeldBack, 'personId' | 'sessionId'>[]
  /** What is over is not told any more. */
  now?: Date | undefined
}

const pairKey = (personId: string, sessionId: string) => `${personId} ${sessionId}`

/**
 * Who must be told what, so that every calendar says what the agenda says: the agenda against what each person was
 * really told. Nothing for whoever sees no difference.
 */
export function planNotices({ before, agenda, people, heldBack = [], now }: NoticeInput): Notice[] {
  const byId = new Map(people.map((one) => [one.id, one]))
  const held = new Set(heldBack.map(({ personId, sessionId }) => pairKey(keptOf(personId, byId), sessionId)))
  const told = new Map<string, StoredInvitation>()
  const doubled: StoredInvitation[] = []
  for (const one of [...before].sort(standingFirst)) {
    const key = pairKey(keptOf(one.personId, byId), one.sessionId)
    if (told.has(key)) doubled.push(one)
    else told.set(key, one)
  }
  const notices: Notice[] = []
  for (const { personId, session, sent } of appearancesIn(agenda, byId)) {
    const key = pairKey(personId, session.id)
    const stored = told.get(key)
    told.delete(key)
    const person = byId.get(personId)
    if (person) notices.push(...standing(person, session.id, sent, stored))
  }
  // Two records of one person were both asked: one of the two invitations stands, the other is taken back.
  for (const stored of [...told.values(), ...doubled]) {
    if (stored.cancelledAt || !stored.sent) continue
    const person = byId.get(keptOf(stored.personId, byId))
    if (person) notices.push(cancelled(person, stored, stored.sent))
  }
  return notices.filter(
    (notice) => !isOver(notice, now) && !held.has(pairKey(notice.personId, notice.sessionId)),
  )
}

/** What a session says to one person of it. */
export function sentOf(
  session: PublishedSession,
  agenda: PublishedAgenda,
  roles: PublishedSession['appearances'],
) {
  const room = agenda.rooms.find(({ id }) => id === session.roomId)
  const minutes = roles.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  const { slug, kind, title, startsAt, endsAt } = session
  const place = {
    room: room?.name ?? null,
    venue: room?.venue ?? null,
    ...(room?.place && { place: room.place }),
  }
  return {
    slug,
    kind,
    title,
    startsAt,
    endsAt,
    ...place,
    roles: roles.map(({ role }) => role),
    minutes: minutes || null,
  }
}

function standing(
  person: Invitee,
  sessionId: string,
  sent: SentInvitation,
  stored: StoredInvitation | undefined,
): Notice[] {
  const common = { personId: person.id, sessionId, sent, method: 'REQUEST' as const, to: addressOf(person) }
  if (!stored?.sent) {
    return [
      {
        ...common,
        invitationId: stored?.id ?? null,
        kind: 'asked',
        sequence: 0,
        before: null,
        answer: 'needs-action',
      },
    ]
  }
  const next = { ...common, invitationId: stored.id, sequence: stored.sequence + 1 }
  if (stored.cancelledAt) return [{ ...next, kind: 'asked', before: null, answer: 'needs-action' }]
  const before = stored.sent
  const moved = slotText(sent, before, person.locale) !== slotText(before, sent, person.locale)
  if (!moved && partLabels(sent, person.locale) === partLabels(before, person.locale)) return []
  return [{ ...next, kind: 'changed', before, answer: moved ? 'needs-action' : stored.answer }]
}

function cancelled(person: Invitee, stored: StoredInvitation, sent: SentInvitation): Notice {
  return {
    personId: person.id,
    sessionId: stored.sessionId,
    invitationId: stored.id,
    kind: 'cancelled',
    method: 'CANCEL',
    sequence: stored.sequence + 1,
    sent,
    before: null,
    answer: stored.answer,
    // The calendar that has the entry is the one it was sent to.
    to: { ...addressOf(person), email: stored.email ?? person.email },
  }
}

// Only what the reader sees counts: a corrected English title is no news to a reader of Vietnamese.
const slotText = (of: SentInvitation, other: SentInvitation, locale: Locale) =>
  [Date.parse(of.startsAt), Date.parse(of.endsAt), roomAndPlace(of, other, locale)].join('|')
// That a place has its street by now is no move: it counts only where both say it.
function roomAndPlace({ room, venue, place }: SentInvitation, other: SentInvitation, locale: Locale) {
  return sessionPlace({ room, venue, ...(place && other.place && { place }) }, locale)
}
const partLabels = (of: SentInvitation, locale: Locale) =>
  [[...of.roles].sort().join(' '), textIn(of.title, locale)].join('|')

function appearancesIn(agenda: PublishedAgenda | null, people: Map<string, Invitee>) {
  return (agenda?.sessions ?? []).flatMap((session) => {
    const rolesOf = new Map<string, PublishedSession['appearances']>()
    for (const one of session.appearances) {
      const personId = keptOf(one.personId, people)
      const roles = rolesOf.get(personId) ?? []
      if (!roles.some(({ role }) => role === one.role)) rolesOf.set(personId, [...roles, one])
    }
    return [...rolesOf].map(([personId, roles]) => {
      return { personId, session, sent: sentOf(session, agenda as PublishedAgenda, roles) }
    })
  })
}

/** The record that stands for a person. */
export function keptOf(personId: string, people: Map<string, { keptId?: string }>): string {
  return people.get(personId)?.keptId ?? personId
}

const standingFirst = (a: StoredInvitation, b: StoredInvitation) =>
  Number(a.cancelledAt !== null) - Number(b.cancelledAt !== null) || (a.id < b.id ? -1 : 1)

const addressOf = ({ name, email, locale, assistantEmail }: Invitee) => ({
  name,
  email,
  locale,
  assistantEmail,
})

function isOver({ sent, before }: Notice, now: Date | undefined): boolean {
  if (!now) return false
  const ends = [sent.endsAt, before?.endsAt ?? sent.endsAt].map((end) => Date.parse(end))
  return Math.max(...ends) <= now.getTime()
}
