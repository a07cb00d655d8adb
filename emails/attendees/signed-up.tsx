import { m } from '#app/paraglide/messages.js'
import type { SignUpFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { PersonalLink } from './registration-pieces.tsx'

const texts = {
  confirmed: {
    subject: m['mail.signed-up.confirmed-subject'],
    heading: m['mail.signed-up.confirmed-heading'],
    body: m['mail.signed-up.confirmed'],
  },
  waitlisted: {
    subject: m['mail.signed-up.waitlisted-subject'],
    heading: m['mail.signed-up.waitlisted-heading'],
    body: m['mail.signed-up.waitlisted'],
  },
  cancelled: {
    subject: m['mail.signed-up.cancelled-subject'],
    heading: m['mail.signed-up.cancelled-heading'],
    body: m['mail.signed-up.cancelled'],
  },
}

/** What became of somebody's wish for a seat in a session that has its own. */
export const signedUp: Template<SignUpFacts> = (facts, locale) => {
  const to = { locale }
  const { event, session } = facts
  const say = texts[session.state]
  const when = whenText({ ...session, timeZone: event.timeZone, city: event.city }, locale)
  const told = { session: session.title.text, when }
  return {
    event,
    subject: say.subject(told, to),
    preview: when,
    heading: say.heading({}, to),
    body: (
      <>
        <Paragraph>{say.body(told, to)}</Paragraph>
        <Paragraph>{m['mail.signed-up.next']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.signed-up.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(event, locale),
  }
}
