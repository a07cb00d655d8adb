import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { EventFacts, OwnChange } from '../facts.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'

const sentences = {
  new: m['mail.own-agenda-changed.new'],
  moved: m['mail.own-agenda-changed.moved'],
  changed: m['mail.own-agenda-changed.changed'],
  cancelled: m['mail.own-agenda-changed.cancelled'],
}

/** What became of a session that an attendee chose. */
export function ChangedSession(props: { change: OwnChange; event: EventFacts; locale: Locale }) {
  const { change, event, locale } = props
  const { kind, session, previous } = change
  const told = { session: session.title.text, when: placed(session, event, locale) }
  return (
    <>
      <Paragraph>{sentences[kind](told, { locale })}</Paragraph>
      {kind === 'moved' && previous && (
        <Paragraph>
          {m['mail.own-agenda-changed.moved-from']({ when: placed(previous, event, locale) }, { locale })}
        </Paragraph>
      )}
    </>
  )
}

/** When and, if known, where: "Tuesday, March 11, 2025, 6:00–8:00 PM (Boston), Room 2". */
export function placed(
  { startsAt, endsAt, place }: { startsAt: Date; endsAt: Date; place: string },
  event: EventFacts,
  locale: Locale,
): string {
  const when = whenText({ startsAt, endsAt, timeZone: event.timeZone, city: event.city }, locale)
  return place ? `${when}, ${place}` : when
}
