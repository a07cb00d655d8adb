import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { EventDetails, Outdated, PersonalLink, WayThere } from './registration-pieces.tsx'

/** The event moved in time or place; the seat stays. */
export const changed: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const when = whenText(facts.event, locale)
  const { place } = facts.event
  const isRenamedOnly = hasNewTitle(facts) && !hasMoved(facts, locale)
  return {
    event: facts.event,
    subject: isRenamedOnly
      ? m['mail.changed.subject-title']({ event }, to)
      : m['mail.changed.subject']({ event }, to),
    preview: place ? m['mail.changed.preheader']({ when, place }, to) : when,
    heading: isRenamedOnly ? m['mail.changed.heading-title']({}, to) : m['mail.changed.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.changed.body1']({ event }, to)}</Paragraph>
        {differences(facts, locale).map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
        <Outdated facts={facts} locale={locale} />
        <EventDetails facts={facts} locale={locale} />
        {facts.calendar === 'REQUEST' && <Paragraph>{m['mail.changed.body2']({}, to)}</Paragraph>}
        <Paragraph>{m['mail.changed.body3']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.changed.action']({}, to)} />
        <WayThere url={facts.event.wayUrl} accent={facts.event.accent} locale={locale} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}

function hasNewTitle({ event, previous }: RegistrationFacts): boolean {
  return previous?.title !== undefined && previous.title.text !== event.title.text
}

function hasMoved({ event, previous }: RegistrationFacts, locale: Locale): boolean {
  if (!previous) return false
  return whenText(event, locale) !== whenText(previous, locale) || event.place !== previous.place
}

function differences(facts: RegistrationFacts, locale: Locale): string[] {
  const { event, previous } = facts
  if (!previous) return []
  const to = { locale }
  const title = event.title.text
  const renamed =
    hasNewTitle(facts) && previous.title
      ? [
          m['mail.speaker-changed.title-now']({ title }, to),
          m['mail.speaker-changed.title-before']({ title: previous.title.text }, to),
        ]
      : []
  return [...renamed, ...moves(facts, locale)]
}

function moves({ event, previous }: RegistrationFacts, locale: Locale): string[] {
  if (!previous) return []
  const to = { locale }
  const when = whenText(event, locale)
  const previousWhen = whenText(previous, locale)
  const { place } = event
  const times =
    when === previousWhen
      ? [m['mail.changed.when-same']({ when }, to)]
      : [m['mail.changed.when-now']({ when }, to), m['mail.changed.when-before']({ previousWhen }, to)]
  if (place === previous.place) return place ? [...times, m['mail.changed.place-same']({ place }, to)] : times
  return [
    ...times,
    ...(place ? [m['mail.changed.place-now']({ place }, to)] : []),
    ...(previous.place ? [m['mail.changed.place-before']({ previousPlace: previous.place }, to)] : []),
  ]
}
