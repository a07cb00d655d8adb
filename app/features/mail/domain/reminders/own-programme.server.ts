import { inArray, sql } from 'drizzle-orm'
import type { SignUpState } from '#app/shared/vocabulary.ts'
import type { AgendaChange, PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { agendaVersion } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Chosen = {
  registrationId: string
  eventId: string
  sessionId: string
  state: Exclude<SignUpState, 'cancelled'> | null
  since: string
}
export type OwnProgramme = {
  sessions: {
    session: PublishedSession
    room: PublishedAgenda['rooms'][number] | undefined
    state: Chosen['state']
  }[]
  /** What changed of them since their attendee was last told. */
  changes: AgendaChange[]
}

/** The sessions that these attendees chose, as published now; three statements, however many attendees. */
export async function findOwnProgrammes(registrationIds: string[]): Promise<Map<string, OwnProgramme>> {
  const chosen = await listChosen(registrationIds)
  const eventIds = [...new Set(chosen.map((one) => one.eventId))]
  if (eventIds.length === 0) return new Map()
  const [agendas, versions] = await Promise.all([listAgendas(eventIds), listChanges(eventIds)])
  const programmes = new Map<string, OwnProgramme>()
  for (const one of chosen) {
    const own = programmes.get(one.registrationId) ?? { sessions: [], changes: [] }
    programmes.set(one.registrationId, own)
    const agenda = agendas.get(one.eventId)
    const session = agenda?.sessions.find(({ id }) => id === one.sessionId)
    const room = agenda?.rooms.find(({ id }) => id === session?.roomId)
    if (session) own.sessions.push({ session, room, state: one.state })
    const news = versions
      .filter(({ eventId, publishedAt }) => eventId === one.eventId && publishedAt > new Date(one.since))
      .flatMap(({ changes }) => changes)
      .filter((change) => change.sessionId === one.sessionId && isNews(change))
    const last = news.at(-1)
    if (last) own.changes.push({ ...last, before: news[0]?.before ?? last.before })
  }
  for (const { sessions } of programmes.values())
    sessions.sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt))
  return programmes
}

const isNews = ({ kind, changed }: AgendaChange) => kind !== 'changed' || changed.includes('title')

async function listChosen(ids: string[]): Promise<Chosen[]> {
  const rows = await database().execute<Chosen>(sql`
    select r.id as "registrationId", r.event_id as "eventId", own.session_id as "sessionId",
      max(own.state) as state, greatest(min(own.created_at), max(told.at)) as since
    from (
      select registration_id, session_id, null as state, created_at from star
      union all
      select registration_id, session_id, state, created_at from sign_up where state <> 'cancelled'
    ) own
    join registration r on r.id = own.registration_id
    left join lateral (
      select max(o.sent_at) as at from outbox o
      where o.registration_id = r.id and o.kind in ('own-agenda-changed', 'reminder') and o.state = 'sent'
    ) told on true
    where r.id in ${ids}
    group by r.id, own.session_id`)
  return [...rows]
}

async function listAgendas(eventIds: string[]): Promise<Map<string, PublishedAgenda>> {
  const rows = await database()
    .selectDistinctOn([agendaVersion.eventId], {
      eventId: agendaVersion.eventId,
      agenda: agendaVersion.agenda,
    })
    .from(agendaVersion)
    .where(inArray(agendaVersion.eventId, eventIds))
    .orderBy(agendaVersion.eventId, sql`${agendaVersion.number} desc`)
  return new Map(rows.map(({ eventId, agenda }) => [eventId, agenda]))
}

function listChanges(eventIds: string[]) {
  return database()
    .select({
      eventId: agendaVersion.eventId,
      changes: agendaVersion.changes,
      publishedAt: agendaVersion.publishedAt,
    })
    .from(agendaVersion)
    .where(inArray(agendaVersion.eventId, eventIds))
    .orderBy(agendaVersion.number)
}
