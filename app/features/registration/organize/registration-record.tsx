import { activitySentence } from '#app/organize/activity-sentence.ts'
import { ChangesList } from '#app/organize/changes/changes-list.tsx'
import { kindNames, MailState } from '#app/organize/mail-labels.tsx'
import { m } from '#app/paraglide/messages.js'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import type { RegistrationView } from './registration-view.server.ts'

type MailsProps = { mails: NonNullable<RegistrationView['mails']>; outbox: string; timeZone: string }

/** The mails to the person; each opens in the outbox. */
export function RegistrationMails({ mails, outbox, timeZone }: MailsProps) {
  return (
    <section className="stack snug" aria-labelledby="mails">
      <h2 className="title-m" id="mails">
        {m['registration.detail.mails']()}
      </h2>
      {mails.length === 0 && <p className="soft">{m['registration.detail.no-mails']()}</p>}
      <ul className="stack tight">
        {mails.map(({ id, kind, state, subject, createdAt }) => (
          <li key={id} className="cluster">
            <Moment at={createdAt} timeZone={timeZone} />
            <a href={`${outbox}/${id}`}>{subject ?? kindNames[kind]()}</a>
            <MailState state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type HistoryProps = { history: NonNullable<RegistrationView['history']>; timeZone: string }

/** What happened to a registration, newest first. */
export function RegistrationHistory({ history, timeZone }: HistoryProps) {
  return (
    <section className="stack snug" aria-labelledby="history">
      <h2 className="title-m" id="history">
        {m['registration.detail.history']()}
      </h2>
      <ul className="stack tight">
        {history.map((entry) => (
          <li key={entry.id}>
            <Moment at={entry.at} timeZone={timeZone} /> {activitySentence(entry)}
            {entry.changed.length > 0 && <ChangesList values={entry.changed} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Moment({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <time className="faint figures" dateTime={at.toISOString()}>
      {plainClock(at, timeZone)}
    </time>
  )
}
