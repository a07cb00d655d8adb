import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AnswerWay } from '#app/shared/vocabulary.ts'
import type { HeldBack, PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { type Invitee, keptOf, type Notice, planNotices, type StoredInvitation } from './plan-notices.ts'

export const invitationStates = [
  'not-asked',
  'held-back',
  'asked',
  'accepted',
  'tentative',
  'declined',
  'cancelled',
] as const
export type InvitationState = (typeof invitationStates)[number]

export type Answered = StoredInvitation & {
  issuedAt: Date
  answeredAt: Date | null
  answerWay: AnswerWay | null
  answerNote: string | null
}

/** A person and a session, with what was asked and answered between us. */
export type InvitationRow = {
  key: string
  personId: string
  name: string
  email: string | null
  sessionId: string
  title: TranslatedText
  startsAt: Date
  endsAt: Date
  state: InvitationState
  invitationId: string | null
  issuedAt: Date | null
  answeredAt: Date | null
  way: AnswerWay | null
  note: string
  /** What the newest version says and this person was not told; null when all was. */
  owed: Notice['kind'] | null
}

type RowsInput = {
  agenda: PublishedAgenda | null
  before: Answered[]
  people: Invitee[]
  heldBack: HeldBack[]
}

/** Every person of every published session, and everybody who was ever asked: by time of the session, then by name. */
export function invitationRows({ agenda, before, people, heldBack }: RowsInput): InvitationRow[] {
  const byId = new Map(people.map((one) => [one.id, one]))
  const keyOf = (personId: string, sessionId: string) => `${keptOf(personId, byId)} ${sessionId}`
  const reasons = new Map(heldBack.map((one) => [keyOf(one.personId, one.sessionId), one.reason]))
  const rows = new Map<string, InvitationRow>()
  for (const one of [...before].sort(
    (a, b) => Number(b.cancelledAt !== null) - Number(a.cancelledAt !== null),
  )) {
    const person = byId.get(keptOf(one.personId, byId))
    if (person && one.sent) rows.set(keyOf(one.personId, one.sessionId), told(person, one))
  }
  for (const notice of planNotices({ before, agenda, people })) {
    const key = keyOf(notice.personId, notice.sessionId)
    const known = rows.get(key)
    const reason = reasons.get(key)
    const row = known ?? { ...unasked(notice), key }
    const isHeld = reason !== undefined
    rows.set(key, {
      ...row,
      owed: notice.kind,
      title: notice.sent.title,
      startsAt: new Date(notice.sent.startsAt),
      endsAt: new Date(notice.sent.endsAt),
      ...(notice.kind === 'asked' && { state: isHeld ? ('held-back' as const) : ('not-asked' as const) }),
      ...(notice.kind === 'asked' && { answeredAt: null, way: null, note: '' }),
      ...(isHeld && { state: 'held-back' as const, note: reason }),
    })
  }
  return [...rows.values()].sort(
    (a, b) =>
      a.startsAt.getTime() - b.startsAt.getTime() ||
      (a.sessionId < b.sessionId ? -1 : a.sessionId > b.sessionId ? 1 : 0) ||
      a.name.localeCompare(b.name, 'vi'),
  )
}

/** How the table fills: of those who are asked, how many have answered. */
export function countStates(rows: InvitationRow[]) {
  const counts = Object.fromEntries(invitationStates.map((state) => [state, 0])) as Record<
    InvitationState,
    number
  >
  for (const { state } of rows) counts[state] += 1
  const answered = counts.accepted + counts.tentative + counts.declined
  return { counts, answered, asked: answered + counts.asked }
}

function told(person: Invitee, one: Answered): InvitationRow {
  const state = one.cancelledAt ? 'cancelled' : one.answer === 'needs-action' ? 'asked' : one.answer
  const isAnswered = state !== 'cancelled' && state !== 'asked'
  return {
    key: `${person.id} ${one.sessionId}`,
    personId: person.id,
    name: person.name,
    email: person.email,
    sessionId: one.sessionId,
    title: one.sent?.title ?? {},
    startsAt: new Date(one.sent?.startsAt ?? one.issuedAt),
    endsAt: new Date(one.sent?.endsAt ?? one.issuedAt),
    state,
    invitationId: one.id,
    issuedAt: one.issuedAt,
    answeredAt: isAnswered ? one.answeredAt : null,
    way: isAnswered ? one.answerWay : null,
    note: isAnswered ? (one.answerNote ?? '') : '',
    owed: null,
  }
}

function unasked({ personId, sessionId, sent, to }: Notice): Omit<InvitationRow, 'key'> {
  return {
    personId,
    sessionId,
    name: to.name,
    email: to.email,
    title: sent.title,
    startsAt: new Date(sent.startsAt),
    endsAt: new Date(sent.endsAt),
    state: 'not-asked',
    invitationId: null,
    issuedAt: null,
    answeredAt: null,
    way: null,
    note: '',
    owed: null,
  }
}
