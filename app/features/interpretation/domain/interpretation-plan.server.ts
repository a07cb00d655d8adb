import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import {
  interpretationEquipment,
  interpretationRules,
  interpretationShift,
  person,
  session,
  turnLanguage,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type InterpretedSession, type Rules, type Shift, usualRules } from './interpretation-gaps.ts'
import { listListenerNeeds } from './listener-needs.server.ts'

/** What organizers write about one session's languages: by turn, by shift, and what listeners get. */
export type SessionPlan = {
  spokenBy: Record<string, Locale>
  shifts: Omit<Shift, 'id'>[]
  receivers: number | null
  note: string
}

/** Every session of the draft with its plan, whether or not it needs one; six statements, whatever the event's size. */
export async function listInterpretation(eventId: string) {
  const ofEvent = and(eq(session.eventId, eventId), isNull(session.cancelledAt), ne(session.kind, 'break'))
  const [sessions, shifts, spokenBy, equipment, rules, needs] = await Promise.all([
    listDraftSessions(eventId),
    database()
      .select({ shift: interpretationShift })
      .from(interpretationShift)
      .innerJoin(session, eq(session.id, interpretationShift.sessionId))
      .where(ofEvent)
      .orderBy(asc(interpretationShift.fromMinute), asc(interpretationShift.id)),
    database()
      .select({ row: turnLanguage })
      .from(turnLanguage)
      .innerJoin(session, eq(session.id, turnLanguage.sessionId))
      .where(ofEvent),
    database()
      .select({ equipment: interpretationEquipment })
      .from(interpretationEquipment)
      .innerJoin(session, eq(session.id, interpretationEquipment.sessionId))
      .where(ofEvent),
    getInterpretationRules(eventId),
    listListenerNeeds(eventId),
  ])
  const live = sessions.filter((one) => !one.dropped && one.kind !== 'break')
  const planned = live.map((one) => {
    const own = shifts.flatMap(({ shift }) => (shift.sessionId === one.id ? [shift] : []))
    const languages = spokenBy.flatMap(({ row }) => (row.sessionId === one.id ? [row] : []))
    const has = equipment.find(({ equipment: row }) => row.sessionId === one.id)?.equipment
    const plan: SessionPlan = {
      spokenBy: Object.fromEntries(languages.map(({ personId, language }) => [personId, language])),
      shifts: own.map(({ id: _, sessionId: __, ...shift }) => shift),
      receivers: has?.receivers ?? null,
      note: has?.note ?? '',
    }
    const interpreted = { ...interpretedSession(one, own, plan.spokenBy), needs: needs.get(one.id) ?? {} }
    return { session: one, plan, interpreted }
  })
  return { sessions: planned, rules }
}

export async function getInterpretationRules(eventId: string): Promise<Rules> {
  const [rules] = await database()
    .select({
      longestMinutes: interpretationRules.longestMinutes,
      restMinutes: interpretationRules.restMinutes,
    })
    .from(interpretationRules)
    .where(eq(interpretationRules.eventId, eventId))
  return rules ?? usualRules
}

/** One session of the draft with its plan; refuses (404) one that is none of the event's. */
export async function getSessionPlan(eventId: string, sessionId: string) {
  const { sessions, rules } = await listInterpretation(eventId)
  const found = sessions.find(({ session: one }) => one.id === sessionId)
  if (!found) throw new Refusal('session-missing', 'missing')
  return { ...found, rules, others: sessions }
}

function interpretedSession(
  { id, kind, startsAt, endsAt, languages, interpretation, appearances }: DraftSession,
  shifts: readonly Shift[],
  spokenBy: SessionPlan['spokenBy'],
): InterpretedSession {
  const interpreters = appearances
    .filter(({ role }) => role === 'interpreter')
    .map(({ personId }) => personId)
  // A film has subtitles: its languages ask for nobody, unless it is said into what it is interpreted.
  const isSubtitled = kind === 'screening' && interpretation.length === 0 && interpreters.length === 0
  const spoken = [...(isSubtitled ? [] : languages), ...Object.values(spokenBy)]
  return { id, startsAt, endsAt, spoken: [...new Set(spoken)], interpretation, interpreters, shifts }
}

/** How a session is interpreted, and by whom when: what its page and its moderator are told. One statement. */
export function listShifts(sessionId: string) {
  return database()
    .select({
      personId: interpretationShift.personId,
      name: person.name,
      source: interpretationShift.source,
      target: interpretationShift.target,
      bothWays: interpretationShift.bothWays,
      way: interpretationShift.way,
      fromMinute: interpretationShift.fromMinute,
      minutes: interpretationShift.minutes,
    })
    .from(interpretationShift)
    .innerJoin(person, eq(person.id, interpretationShift.personId))
    .where(eq(interpretationShift.sessionId, sessionId))
    .orderBy(asc(interpretationShift.fromMinute), asc(person.name))
}
