import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { InvitationRow } from '../domain/invitation-rows.ts'
import { InvitationMark, wayNames } from '../invitation-labels.tsx'

type FactsProps = { row: InvitationRow; event: string; timeZone: string }

/** Who was asked what, where it went, and how it stands. */
export function InvitationFacts({ row, event, timeZone }: FactsProps) {
  const home = `/organize/events/${event}`
  const person = `${home}/people/${row.personId}`
  return (
    <DescriptionList
      entries={[
        { term: m['invitations.list.state'](), value: <InvitationMark state={row.state} /> },
        { term: m['invitations.list.person'](), value: <a href={person}>{row.name}</a> },
        {
          term: m['invitations.one.address'](),
          value: row.email ?? <a href={person}>{m['invitations.list.no-address']()}</a>,
        },
        {
          term: m['invitations.list.session'](),
          value: (
            <a href={`${home}/agenda/sessions/${row.sessionId}`}>
              <Translated value={row.title} as="span" />
            </a>
          ),
        },
        { term: m['invitations.one.starts'](), value: <Moment at={row.startsAt} timeZone={timeZone} /> },
        {
          term: m['invitations.one.sent'](),
          value: row.issuedAt && <Moment at={row.issuedAt} timeZone={timeZone} />,
        },
        { term: m['invitations.one.note'](), value: row.note || null },
      ]}
    />
  )
}

type Answer = {
  id: string
  answer: CalendarAnswer
  way: AnswerWay
  note: string
  actorName: string
  at: Date
}

/** Every answer that came, also those that later ones replaced. */
export function AnswerHistory({ answers, timeZone }: { answers: readonly Answer[]; timeZone: string }) {
  if (answers.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="history">
      <h2 className="title-m" id="history">
        {m['invitations.one.history']()}
      </h2>
      <ol className="stack tight">
        {answers.map(({ id, answer, way, note, actorName, at }) => (
          <li key={id}>
            <InvitationMark state={answer === 'needs-action' ? 'asked' : answer} />{' '}
            <span className="small faint">
              <Moment at={at} timeZone={timeZone} /> · {wayNames[way]()}
              {actorName && ` (${actorName})`}
            </span>
            {note && <div className="small">{note}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Moment({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <time className="figures" dateTime={at.toISOString()}>
      {formatDateTime(at, timeZone, getLocale())}
    </time>
  )
}
