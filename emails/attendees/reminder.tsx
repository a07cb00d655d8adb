import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { ReminderFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Details, Paragraph } from '../pieces.tsx'
import { ChangedSession, placed } from './own-sessions.tsx'
import { DoorTicket, EventDetails, PersonalLink, WayThere } from './registration-pieces.tsx'

const words = {
  tomorrow: {
    subject: m['mail.reminder.tomorrow-subject'],
    heading: m['mail.reminder.tomorrow-heading'],
    body: m['mail.reminder.tomorrow-body'],
  },
  today: {
    subject: m['mail.reminder.today-subject'],
    heading: m['mail.reminder.today-heading'],
    body: m['mail.reminder.today-body'],
  },
  soon: {
    subject: m['mail.reminder.soon-subject'],
    heading: m['mail.reminder.soon-heading'],
    body: m['mail.reminder.soon-body'],
  },
}

/** More sessions than these are read on the page that the mail links. */
const mostSessions = 12

/** The event is tomorrow, today or about to begin: when, the way there, one's own sessions, the ticket. */
export const reminder: Template<ReminderFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const say = words[facts.when]
  const when = whenText(facts.event, locale)
  const { place } = facts.event
  return {
    event: facts.event,
    subject: say.subject({ event }, to),
    preview: place ? m['mail.confirmed.preheader']({ when, place }, to) : when,
    heading: say.heading({}, to),
    opening: <Paragraph>{say.body({ event }, to)}</Paragraph>,
    body: (
      <>
        <EventDetails facts={facts} locale={locale} />
        <Changes facts={facts} locale={locale} />
        <OwnSessions facts={facts} locale={locale} />
        <DoorTicket facts={facts} locale={locale} />
        <PersonalLink facts={facts} locale={locale} label={m['mail.confirmed.action']({}, to)} />
        <WayThere url={facts.event.wayUrl} accent={facts.event.accent} locale={locale} />
        <Paragraph>{m['mail.reminder.cancel']({}, to)}</Paragraph>
      </>
    ),
    footer: [m['mail.reminder.off']({ url: facts.remindersUrl }, to), ...attendeeFooter(facts.event, locale)],
  }
}

type Props = { facts: ReminderFacts; locale: Locale }

function Changes({ facts, locale }: Props) {
  if (facts.changes.length === 0) return null
  return (
    <>
      <Paragraph>{m['mail.reminder.changed']({}, { locale })}</Paragraph>
      {facts.changes.map((change) => (
        <ChangedSession key={JSON.stringify(change)} change={change} event={facts.event} locale={locale} />
      ))}
    </>
  )
}

function OwnSessions({ facts, locale }: Props) {
  const to = { locale }
  const { sessions, event } = facts
  if (sessions.length === 0) return null
  const rows = sessions.slice(0, mostSessions).map((session) => ({
    label: session.waits ? m['mail.reminder.waits']({}, to) : m['mail.reminder.session']({}, to),
    lines: [session.title.text, placed(session, event, locale)],
  }))
  const left = sessions.length - rows.length
  return (
    <>
      <Paragraph>{m['mail.reminder.sessions']({}, to)}</Paragraph>
      <Details rows={rows} />
      {left > 0 && <Paragraph>{m['mail.reminder.more-sessions']({ count: left }, to)}</Paragraph>}
    </>
  )
}
