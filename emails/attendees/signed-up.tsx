import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { SignUpFacts, ToldPlace } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { placed } from './own-sessions.tsx'
import { PersonalLink } from './registration-pieces.tsx'

const texts = {
  confirmed: {
    subject: m['mail.signed-up.confirmed-subject'],
    heading: m['mail.signed-up.confirmed-heading'],
    body: m['mail.signed-up.confirmed'],
    line: m['mail.signed-up.line-confirmed'],
  },
  waitlisted: {
    subject: m['mail.signed-up.waitlisted-subject'],
    heading: m['mail.signed-up.waitlisted-heading'],
    body: m['mail.signed-up.waitlisted'],
    line: m['mail.signed-up.line-waitlisted'],
  },
  cancelled: {
    subject: m['mail.signed-up.cancelled-subject'],
    heading: m['mail.signed-up.cancelled-heading'],
    body: m['mail.signed-up.cancelled'],
    line: m['mail.signed-up.line-cancelled'],
  },
}

/** What became of somebody's wish for seats in sessions that have their own. */
export const signedUp: Template<SignUpFacts> = (facts, locale) => {
  const to = { locale }
  const { event, places } = facts
  const [only, ...others] = places
  const isOne = only !== undefined && others.length === 0
  const { body, ...words } = isOne ? oneWords(only, facts, locale) : manyWords(facts, locale)
  return {
    event,
    ...words,
    body: (
      <>
        {body}
        {places.some(({ state }) => state === 'confirmed') && (
          <Paragraph>{m['mail.signed-up.calendar']({}, to)}</Paragraph>
        )}
        {places.some(({ state }) => state === 'cancelled') && (
          <Paragraph>{m['mail.signed-up.calendar-gone']({}, to)}</Paragraph>
        )}
        {places.some(({ state }) => state !== 'cancelled') && (
          <Paragraph>{m['mail.signed-up.next']({}, to)}</Paragraph>
        )}
        <PersonalLink facts={facts} locale={locale} label={m['mail.signed-up.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(event, locale),
  }
}

function oneWords(place: ToldPlace, { event }: SignUpFacts, locale: Locale) {
  const to = { locale }
  const say = texts[place.state]
  const when = placed(place, event, locale)
  const told = { session: place.title.text, when }
  return {
    subject: say.subject(told, to),
    preview: when,
    heading: say.heading({}, to),
    body: (
      <>
        <Paragraph>{say.body(told, to)}</Paragraph>
        {place.seats > 1 && (
          <Paragraph>{m['mail.signed-up.for-seats']({ seats: place.seats }, to)}</Paragraph>
        )}
      </>
    ),
  }
}

function manyWords({ event, places }: SignUpFacts, locale: Locale) {
  const to = { locale }
  const line = (place: ToldPlace) =>
    texts[place.state].line({ seats: place.seats, session: place.title.text }, to)
  return {
    subject: m['mail.signed-up.many-subject']({ event: event.title.text }, to),
    preview: places.map(line).join(' '),
    heading: m['mail.signed-up.many-heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.signed-up.many']({}, to)}</Paragraph>
        {places.map((place) => (
          <Paragraph
            key={JSON.stringify(place)}
          >{`${line(place)} ${placed(place, event, locale)}.`}</Paragraph>
        ))}
      </>
    ),
  }
}
