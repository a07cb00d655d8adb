import { m } from '#app/paraglide/messages.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { OpeningFacts } from '../facts.ts'
import { openingFooter, type Template } from '../letter.ts'
import { spanLines, whenText } from '../moments.ts'
import { Details, Paragraph } from '../pieces.tsx'
import { Link } from './registration-pieces.tsx'

/** Asks the owner of an address whether they are to be told when registration opens. */
export const openingAsked: Template<OpeningFacts> = (facts, locale) => {
  const to = { locale }
  const { event, url } = facts
  const title = event.title.text
  const deadline = facts.deadline ? formatDateTime(facts.deadline, event.timeZone, locale, event.city) : ''
  return {
    event,
    subject: m['mail.opening-asked.subject']({ event: title }, to),
    preview: m['mail.opening-asked.preheader']({ deadline }, to),
    heading: m['mail.opening-asked.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.opening-asked.body1']({ event: title }, to)}</Paragraph>
        <Paragraph>{m['mail.opening-asked.body2']({ deadline }, to)}</Paragraph>
        <Link
          href={url}
          label={m['mail.opening-asked.action']({}, to)}
          accent={event.accent}
          locale={locale}
        />
        <Paragraph>{m['mail.opening-asked.body3']({}, to)}</Paragraph>
      </>
    ),
    footer: openingFooter(event, locale),
  }
}

/** Registration is open: the one mail that was wished for. */
export const opening: Template<OpeningFacts> = (facts, locale) => {
  const to = { locale }
  const { event, url } = facts
  const title = event.title.text
  return {
    event,
    subject: m['mail.opening.subject']({ event: title }, to),
    preview: whenText(event, locale),
    heading: m['mail.opening.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.opening.body1']({ event: title }, to)}</Paragraph>
        <WhenAndWhere facts={facts} locale={locale} />
        <Link href={url} label={m['mail.opening.action']({}, to)} accent={event.accent} locale={locale} />
        <Paragraph>{m['mail.opening.body2']({}, to)}</Paragraph>
      </>
    ),
    footer: openingFooter(event, locale),
  }
}

function WhenAndWhere({ facts: { event }, locale }: { facts: OpeningFacts; locale: Locale }) {
  const to = { locale }
  const rows = [
    { label: m['mail.common.when']({}, to), lines: spanLines(event, locale) },
    ...(event.place ? [{ label: m['mail.common.place']({}, to), lines: [event.place] }] : []),
  ]
  return <Details rows={rows} />
}
