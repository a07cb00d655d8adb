import { m } from '#app/paraglide/messages.js'
import type { ProposalFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { AssistantCopy, SpeakingLink } from './speaking-pieces.tsx'

const texts = {
  accepted: {
    subject: m['mail.proposal-answered.accepted-subject'],
    heading: m['mail.proposal-answered.accepted-heading'],
    first: m['mail.proposal-answered.accepted'],
    next: m['mail.proposal-answered.accepted-next'],
  },
  refused: {
    subject: m['mail.proposal-answered.refused-subject'],
    heading: m['mail.proposal-answered.refused-heading'],
    first: m['mail.proposal-answered.refused'],
    next: m['mail.proposal-answered.refused-next'],
  },
}

/** What the organizers decided about the time that a speaker proposed. */
export const proposalAnswered: Template<ProposalFacts> = (facts, locale) => {
  const to = { locale }
  const say = texts[facts.accepted ? 'accepted' : 'refused']
  const { startsAt, endsAt, event } = facts
  const when = whenText({ startsAt, endsAt, timeZone: event.timeZone, city: event.city }, locale)
  const told = { session: facts.session.text, when }
  return {
    event,
    subject: say.subject(told, to),
    preview: when,
    heading: say.heading({}, to),
    body: (
      <>
        <Paragraph>{say.first(told, to)}</Paragraph>
        <Paragraph>{say.next({}, to)}</Paragraph>
        <AssistantCopy facts={facts} locale={locale} />
        <SpeakingLink facts={facts} locale={locale} label={m['mail.speaking.action']({}, to)} />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}
