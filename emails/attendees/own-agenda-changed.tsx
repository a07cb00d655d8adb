import { m } from '#app/paraglide/messages.js'
import type { OwnAgendaFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { ChangedSession, placed } from './own-sessions.tsx'
import { PersonalLink } from './registration-pieces.tsx'

/** Sessions that an attendee chose have changed; only those are told. */
export const ownAgendaChanged: Template<OwnAgendaFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const [first] = facts.changes
  return {
    event: facts.event,
    subject: m['mail.own-agenda-changed.subject']({ event }, to),
    preview: first
      ? m['mail.own-agenda-changed.preheader'](
          { session: first.session.title.text, when: placed(first.session, facts.event, locale) },
          to,
        )
      : event,
    heading: m['mail.own-agenda-changed.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.own-agenda-changed.body']({ event }, to)}</Paragraph>
        {facts.changes.map((change) => (
          <ChangedSession key={JSON.stringify(change)} change={change} event={facts.event} locale={locale} />
        ))}
        {facts.entries ? <Paragraph>{m['mail.own-agenda-changed.entries']({}, to)}</Paragraph> : null}
        <Paragraph>{m['mail.own-agenda-changed.next']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.signed-up.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
