import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RegistrationFacts } from '../facts.ts'
import { instantLines, spanLines } from '../moments.ts'
import { Action, Aside, Details, Paragraph, Ticket } from '../pieces.tsx'

type Props = { facts: RegistrationFacts; locale: Locale }

/** When, where, as which guest, and until when. */
export function EventDetails({ facts, locale }: Props) {
  const { event, category, companions, companionsWished: wished, deadline } = facts
  const to = { locale }
  const rows = [
    { label: m['mail.common.when']({}, to), lines: spanLines(event, locale) },
    ...(event.place ? [{ label: m['mail.common.place']({}, to), lines: [event.place] }] : []),
    ...(category ? [{ label: m['mail.common.category']({}, to), lines: [category] }] : []),
    ...(companions
      ? [
          {
            label: m['mail.common.companions']({}, to),
            lines: [String(companions.number), ...companions.names],
          },
        ]
      : []),
    ...(wished ? [wishedRow(wished, locale)] : []),
    ...(deadline ? [deadlineRow(deadline, facts, locale)] : []),
  ]
  return <Details rows={rows} />
}

function wishedRow({ number, waits }: NonNullable<RegistrationFacts['companionsWished']>, locale: Locale) {
  const to = { locale }
  const said = waits ? m['mail.common.companions-wait']({}, to) : m['mail.common.companions-without']({}, to)
  return { label: m['mail.common.companions']({}, to), lines: [String(number), said] }
}

function deadlineRow(deadline: Date, { event }: RegistrationFacts, locale: Locale) {
  const lines = instantLines(deadline, event.timeZone, event.city, locale)
  return { label: m['mail.common.deadline']({}, { locale }), lines }
}

/** What is shown at the door; without it, where it is found. */
export function DoorTicket({ facts, locale }: Props) {
  const to = { locale }
  if (!facts.ticket) return <Paragraph>{m['mail.confirmed.body4']({}, to)}</Paragraph>
  const alt = m['mail.common.ticket']({ event: facts.event.title.text }, to)
  return (
    <>
      <Paragraph>{m['mail.common.ticket-lead']({}, to)}</Paragraph>
      <Ticket picture={facts.ticket.picture} alt={alt} code={facts.ticket.code} />
    </>
  )
}

/** The way to the attendee's own page, and why not to share it. */
export function PersonalLink({ facts, locale, label }: Props & { label: string }) {
  return (
    <>
      <Link href={facts.personalUrl} label={label} accent={facts.event.accent} locale={locale} />
      <Aside>{m['mail.common.personal-link']({}, { locale })}</Aside>
    </>
  )
}

/** The way there, where it is told. */
export function WayThere(props: { url: string | null; accent: string; locale: Locale }) {
  const { url, accent, locale } = props
  if (!url) return null
  return <Link href={url} label={m['mail.common.way']({}, { locale })} accent={accent} locale={locale} />
}

export function Link(props: { href: string; label: string; accent: string; locale: Locale }) {
  const { locale, ...action } = props
  return <Action {...action} hint={m['mail.common.link']({}, { locale })} />
}

/** What the organizers wrote to this person. */
export function Reason({ facts, locale }: Props) {
  if (!facts.reason) return null
  return <Paragraph>{m['mail.common.reason']({ reason: facts.reason }, { locale })}</Paragraph>
}

/** A late mail says so: what caused it was true, and something newer is. */
export function Outdated({ facts, locale }: Props) {
  if (!facts.outdated) return null
  return <Paragraph>{m['mail.common.outdated']({}, { locale })}</Paragraph>
}
