import { m } from '#app/paraglide/messages.js'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import { WayThere } from '../attendees/registration-pieces.tsx'
import type { InvitedFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import {
  AssistantCopy,
  CalendarHint,
  InvitationNotes,
  partText,
  SessionDetails,
  SpeakingLink,
} from './speaking-pieces.tsx'

const answers: Record<
  Exclude<CalendarAnswer, 'needs-action'>,
  (typeof m)['mail.speaking.answer-accepted']
> = {
  accepted: m['mail.speaking.answer-accepted'],
  declined: m['mail.speaking.answer-declined'],
  tentative: m['mail.speaking.answer-tentative'],
}

/** Time, place, title or part changed for one person; an answer that still counts is not asked for again. */
export const speakerChanged: Template<InvitedFacts> = (facts, locale) => {
  const to = { locale }
  const { event, session, speaker, holder, answer } = facts
  const told = { event: event.title.text, session: session.title.text, speaker }
  const when = whenText(session, locale)
  const isAsked = answer === 'needs-action'
  return {
    event,
    subject: m['mail.speaker-changed.subject'](told, to),
    preview: session.place ? m['mail.speaker-changed.preheader']({ when, place: session.place }, to) : when,
    heading: m['mail.speaker-changed.heading']({}, to),
    body: (
      <>
        <Paragraph>
          {holder === 'assistant'
            ? m['mail.speaker-changed.body-assistant'](told, to)
            : m['mail.speaker-changed.body'](told, to)}
        </Paragraph>
        {differences(facts, locale).map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
        <SessionDetails facts={facts} locale={locale} />
        <InvitationNotes facts={facts} locale={locale} />
        <AssistantCopy facts={facts} locale={locale} />
        <Paragraph>
          {isAsked
            ? holder === 'assistant'
              ? m['mail.speaker-changed.answer-wanted-assistant']({ speaker }, to)
              : m['mail.speaker-changed.answer-wanted']({}, to)
            : m['mail.speaker-changed.answer-kept']({ answer: answers[answer]({}, to) }, to)}
        </Paragraph>
        {isAsked && <CalendarHint facts={facts} locale={locale} />}
        <SpeakingLink
          facts={facts}
          locale={locale}
          label={isAsked ? m['mail.speaking.action-answer']({}, to) : m['mail.speaking.action']({}, to)}
        />
        <WayThere url={facts.session.wayUrl} accent={facts.event.accent} locale={locale} />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}

function differences({ session, previous }: InvitedFacts, locale: Locale): string[] {
  if (!previous) return []
  const to = { locale }
  const [when, previousWhen] = [whenText(session, locale), whenText(previous, locale)]
  const [title, previousTitle] = [session.title.text, previous.title.text]
  const part = (of: typeof session) => partText({ ...of, minutes: null }, locale)
  const lines: string[] = []
  if (when !== previousWhen) {
    lines.push(m['mail.changed.when-now']({ when }, to), m['mail.changed.when-before']({ previousWhen }, to))
  }
  if (session.place !== previous.place) {
    if (session.place) lines.push(m['mail.changed.place-now']({ place: session.place }, to))
    if (previous.place) lines.push(m['mail.changed.place-before']({ previousPlace: previous.place }, to))
  }
  if (title !== previousTitle) {
    lines.push(m['mail.speaker-changed.title-now']({ title }, to))
    lines.push(m['mail.speaker-changed.title-before']({ title: previousTitle }, to))
  }
  if (part(session) !== part(previous)) {
    lines.push(m['mail.speaker-changed.part-now']({ part: part(session) }, to))
    lines.push(m['mail.speaker-changed.part-before']({ part: part(previous) }, to))
  }
  return lines
}
