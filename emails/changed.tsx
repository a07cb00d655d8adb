import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RegistrationFacts } from './facts.ts'
import { attendeeFooter, type Template } from './letter.ts'
import { whenWords } from './moments.ts'
import { Paragraph } from './pieces.tsx'
import { EventDetails, Outdated, PersonalLink } from './registration-pieces.tsx'

/** The event moved in time or place; the seat stays. */
export const changed: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const when = whenWords(facts.event, locale)
  const { place } = facts.event
  return {
    event: facts.event,
    subject: m['mail.changed.subject']({ event }, to),
    preview: place ? m['mail.changed.preheader']({ when, place }, to) : when,
    heading: m['mail.changed.heading']({}, to),
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
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}

function differences({ event, previous }: RegistrationFacts, locale: Locale): string[] {
  if (!previous) return []
  const to = { locale }
  const when = whenWords(event, locale)
  const previousWhen = whenWords(previous, locale)
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
