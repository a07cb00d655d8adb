import { formatDateTime } from '#app/shared/time/format.ts'
import type { Locale, MailKind } from '#app/shared/vocabulary.ts'
import type { EventFacts, FactsOf } from './facts.ts'
import { hostNames, type Letter } from './letter.ts'
import { whenText } from './moments.ts'
import { OwnProse } from './pieces.tsx'
import { filled, type Placeholder } from './placeholders.ts'
import { longestSubject, shortened } from './short-titles.ts'

/**
 * The letter with what the organizers say themselves in this kind of mail, in its language. A letter without an opening
 * is about something else than they had in mind, and says its standard words.
 */
export function withOwnWords<Kind extends MailKind>(
  letter: Letter,
  { kind, facts, locale }: { kind: Kind; facts: FactsOf[Kind]; locale: Locale },
): Letter {
  const event = 'event' in facts ? facts.event : undefined
  const own = event?.words?.[kind]
  if (!letter.opening || !event || !own) return letter
  const values = valuesOf(facts, event, locale)
  return {
    ...letter,
    subject: own.subject ? shortened(filled(own.subject, values), longestSubject) : letter.subject,
    opening: own.opening ? <OwnProse>{filled(own.opening, values)}</OwnProse> : letter.opening,
  }
}

function valuesOf(facts: FactsOf[MailKind], event: EventFacts, locale: Locale) {
  const session =
    'session' in facts && typeof facts.session === 'object' && 'place' in facts.session ? facts.session : null
  const values: Partial<Record<Placeholder, string>> = {
    name: facts.recipientName,
    event: event.title.text,
    when: whenText(session ?? event, locale),
    place: session?.place || event.place,
    hosts: hostNames(event, locale),
  }
  if (session) values.session = session.title.text
  if ('category' in facts) values.category = facts.category
  if ('deadline' in facts && facts.deadline)
    values.deadline = formatDateTime(facts.deadline, event.timeZone, locale, event.city)
  return values
}
