import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { OwnAgendaFacts, OwnChange } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { PersonalLink } from './registration-pieces.tsx'

const sentences = {
  new: m['mail.own-agenda-changed.new'],
  moved: m['mail.own-agenda-changed.moved'],
  changed: m['mail.own-agenda-changed.changed'],
  cancelled: m['mail.own-agenda-changed.cancelled'],
}

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
          { session: first.session.title.text, when: placed(first.session, facts, locale) },
          to,
        )
      : event,
    heading: m['mail.own-agenda-changed.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.own-agenda-changed.body']({ event }, to)}</Paragraph>
        {facts.changes.map((change) => (
          <Change key={JSON.stringify(change)} change={change} facts={facts} locale={locale} />
        ))}
        <Paragraph>{m['mail.own-agenda-changed.next']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.signed-up.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}

function Change(props: { change: OwnChange; facts: OwnAgendaFacts; locale: Locale }) {
  const { change, facts, locale } = props
  const { kind, session, previous } = change
  const told = { session: session.title.text, when: placed(session, facts, locale) }
  return (
    <>
      <Paragraph>{sentences[kind](told, { locale })}</Paragraph>
      {kind === 'moved' && previous && (
        <Paragraph>
          {m['mail.own-agenda-changed.moved-from']({ when: placed(previous, facts, locale) }, { locale })}
        </Paragraph>
      )}
    </>
  )
}

/** When and, if known, where: "Tuesday, March 11, 2025, 6:00–8:00 PM (Boston), Room 2". */
function placed(
  { startsAt, endsAt, place }: { startsAt: Date; endsAt: Date; place: string },
  { event }: OwnAgendaFacts,
  locale: Locale,
): string {
  const when = whenText({ startsAt, endsAt, timeZone: event.timeZone, city: event.city }, locale)
  return place ? `${when}, ${place}` : when
}
