import { type ImportedAgenda, type ImportedPerson, identityIn } from '../imported-agenda.ts'
import { plainText } from '../read/plain-text.ts'
import { filmsNamed } from './films-named.ts'
import { findEarlier } from './find-earlier.ts'
import { matchPeople } from './match-people.ts'
import { placesBy } from './place-named.ts'
import { planDetails, together } from './plan-people.ts'
import { planSession } from './plan-session.ts'
import { instant } from './plan-times.ts'
import type {
  EarlierSession,
  ImportContext,
  ImportPlan,
  KnownPerson,
  PersonQuestion,
  PlannedRow,
} from './planned.ts'

/**
 * What an import would do, row by row. A session is found again by what the file calls it; only what the file changed
 * since it came last is taken over, and what it does not say stays as it is here.
 */
export function planImport(agenda: ImportedAgenda, context: ImportContext): ImportPlan {
  const questions = new Map<string, PersonQuestion>()
  const met = new Map<string, KnownPerson | null>()
  const match = matchPeople(agenda, context)
  const rooms = placesBy(context.rooms, aliasesOf(context, 'room'), context.choices.roomNames, agenda.houses)
  const tracks = placesBy(context.tracks, aliasesOf(context, 'track'))
  const earlier = findEarlier(agenda, context.sessions, {
    keys: new Map([...context.earlier.sessions].map(([key, { sessionId }]) => [key, sessionId])),
    startOf: (session) => instant(session.startsAt, context),
    filmsOf: ({ films }) => filmsNamed(films ?? '', context.films).ids,
  })
  const mentions = together(agenda.sessions.flatMap((session) => session.people))
  const whole = new Map(mentions.map((one) => [identityIn(one), one]))
  const rows = agenda.sessions.map((session): PlannedRow => {
    const before = earlier.get(session.key)
    const there = new Map((before?.appearances ?? []).map((one) => [one.personId, one]))
    const people = session.people.map((one) => {
      const identity = identityIn(one)
      const found = match(one, new Set(there.keys()))
      if (found.candidates.length > 0)
        ask(questions, whole.get(identity) ?? one, session.row, found.candidates, context.choices.people)
      if (found.kind !== 'unclear') met.set(identity, found.person)
      const own = there.get(found.person?.id ?? '')
      return {
        ...one,
        // Files that know no roles name everybody a speaker.
        role: one.role === 'speaker' && own ? own.role : one.role,
        identity,
        minutes: own?.minutes ?? null,
        deputyForId: own?.deputyForId ?? null,
        personId: found.person?.id ?? null,
        known: found.person,
        isAsked: found.kind === 'unclear',
      }
    })
    return planSession(session, before, people, { context, rooms, tracks })
  })
  const used = rows.flatMap((row) => (row.fields && row.what !== 'kept' ? [row.fields] : []))
  const found = new Set([...earlier.values()].map((one) => one.id))
  const needed = new Set(
    used.flatMap(({ people }) => people.flatMap((one) => (one.personId ? [] : one.identity))),
  )
  return {
    rows,
    questions: [...questions.values()],
    people: mentions.flatMap((one) => {
      const known = met.get(identityIn(one))
      return (known && planDetails(agenda.format, one, known, context)) || []
    }),
    newRooms: missing(used.map((one) => one.room)),
    newTracks: missing(used.map((one) => one.track)),
    newPeople: mentions.filter((one) => needed.has(identityIn(one))),
    left: leftOf(agenda, context.sessions).filter((one) => !found.has(one.id)),
  }
}

function ask(
  questions: Map<string, PersonQuestion>,
  one: ImportedPerson,
  row: string,
  candidates: PersonQuestion['candidates'],
  chosen: Record<string, string>,
) {
  const key = identityIn(one)
  const rows = [...new Set([...(questions.get(key)?.rows ?? []), row])]
  const position =
    [one.position, one.affiliation].filter(Boolean).join(', ') || (one.biography ?? '').slice(0, 160)
  questions.set(key, { key, name: one.name, position, candidates, chosen: chosen[key] ?? '', rows })
}

/** What names of the files before became here: a room that was renamed since is found by the name it came with. */
function aliasesOf({ earlier }: ImportContext, place: 'room' | 'track'): Map<string, string> {
  return new Map(
    [...earlier.sessions.values()].flatMap(({ brought }) => {
      const [name, id] = [brought[place], brought[`${place}Id`]]
      return name && id ? [[name, id] as const] : []
    }),
  )
}

/** Names that are nowhere yet, each once however it is spelled. */
function missing(names: string[]): string[] {
  const wanted = names.filter(Boolean)
  return [...new Map(wanted.reverse().map((name) => [plainText(name), name])).values()].reverse()
}

// Keys begin with what kind of file they came from; those of schedules are bare ids.
const kindOfKey = (key: string) => /^(?:csv|text|ics|sessionize|open-event)(?= )/.exec(key)?.[0] ?? ''

function leftOf(agenda: ImportedAgenda, sessions: readonly EarlierSession[]): EarlierSession[] {
  const kind = kindOfKey(agenda.sessions[0]?.key ?? '')
  return sessions.filter((one) => one.importKey && kindOfKey(one.importKey) === kind && !one.dropped)
}
