import { m } from '#app/paraglide/messages.js'
import type { AppearanceRole, Locale } from '#app/shared/vocabulary.ts'
import { Link } from '../attendees/registration-pieces.tsx'
import type { InvitedFacts, SessionFacts, SpeakerFacts } from '../facts.ts'
import { spanLines } from '../moments.ts'
import { Aside, Details, Paragraph } from '../pieces.tsx'

type Props = { facts: InvitedFacts; locale: Locale }

const roleNames: Record<AppearanceRole, (typeof m)['public.role.speaker']> = {
  moderator: m['public.role.moderator'],
  speaker: m['public.role.speaker'],
  discussant: m['public.role.discussant'],
  rapporteur: m['public.role.rapporteur'],
  interpreter: m['public.role.interpreter'],
}

/** What somebody does in a session, and for how long: "Moderator, Speaker · 12 min". */
export function partText({ roles, minutes }: SessionFacts, locale: Locale): string {
  const names = roles.map((role) => roleNames[role]({}, { locale })).join(', ')
  return minutes ? `${names} · ${m['mail.speaking.minutes']({ minutes }, { locale })}` : names
}

/** Which session, when, where, and as what. */
export function SessionDetails({ facts, locale }: Props) {
  const { session, holder, speaker } = facts
  const to = { locale }
  const part =
    holder === 'assistant' ? m['mail.speaking.part-of']({ speaker }, to) : m['mail.speaking.part']({}, to)
  const rows = [
    { label: m['mail.speaking.session']({}, to), lines: [session.title.text] },
    { label: m['mail.common.when']({}, to), lines: spanLines(session, locale) },
    ...(session.place ? [{ label: m['mail.common.place']({}, to), lines: [session.place] }] : []),
    ...(session.roles.length > 0 ? [{ label: part, lines: [partText(session, locale)] }] : []),
  ]
  return <Details rows={rows} />
}

/** The way to the speaker's page, and why not to share it. */
export function SpeakingLink(props: { facts: SpeakerFacts; locale: Locale; label: string }) {
  const { facts, locale, label } = props
  return (
    <>
      <Link href={facts.speakingUrl} label={label} accent={facts.event.accent} locale={locale} />
      <Aside>{m['mail.speaking.own-link']({}, { locale })}</Aside>
    </>
  )
}

/** Tells the assistant why this came, and what they may do. */
export function AssistantCopy({ facts, locale }: { facts: SpeakerFacts; locale: Locale }) {
  if (facts.holder !== 'assistant') return null
  return <Paragraph>{m['mail.speaking.copy']({ speaker: facts.speaker }, { locale })}</Paragraph>
}

/** How to answer: from one's own calendar, or on the page for whom one assists. */
export function CalendarHint({ facts, locale }: Props) {
  const { holder, speaker } = facts
  const hint =
    holder === 'assistant'
      ? m['mail.speaking.calendar-hint-assistant']({ speaker }, { locale })
      : m['mail.speaking.calendar-hint']({}, { locale })
  return <Paragraph>{hint}</Paragraph>
}

/** What the organizers wrote, and whether something newer is true. */
export function InvitationNotes({ facts, locale }: Props) {
  return (
    <>
      {facts.reason && <Paragraph>{m['mail.common.reason']({ reason: facts.reason }, { locale })}</Paragraph>}
      {facts.outdated && <Paragraph>{m['mail.speaking.outdated']({}, { locale })}</Paragraph>}
    </>
  )
}
