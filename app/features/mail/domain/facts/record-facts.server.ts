import { Temporal } from 'temporal-polyfill'
import { read } from '#app/shared/i18n/translated-text.ts'
import type { ActionFacts, SpeakerFacts, WordsFacts } from '#emails/facts.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import { type MailBasis, speakingKey } from './mail-basis.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** How many words wait for a speaker at this moment; when none do, nobody is owed the mail. */
export function wordsFacts(facts: SpeakerFacts, row: ClaimedMail, basis: MailBasis): WordsFacts {
  const { speaking } = row.facts as StoredFacts
  const open = basis.openWords.get(speakingKey(row.eventId ?? '', speaking?.personId ?? '')) ?? 0
  if (open === 0) throw new Undeliverable('not-owed')
  return { ...facts, open, wordsUrl: `${facts.speakingUrl}/words` }
}

/** An action as it stands at this moment; nobody is reminded of what is done, gone, or somebody else's by now. */
export function actionFacts(
  facts: SpeakerFacts,
  row: ClaimedMail,
  basis: MailBasis,
  now = new Date(),
): ActionFacts {
  const { action, speaking } = row.facts as StoredFacts
  const found = basis.actions.get(action?.noteId ?? '')
  if (!found?.isOpen || found.ownerId !== speaking?.personId) throw new Undeliverable('not-owed')
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(facts.event.timeZone)
    .toPlainDate()
    .toString()
  return {
    ...facts,
    action: read(found.text, row.locale),
    dueOn: found.dueOn,
    isLate: found.dueOn !== null && found.dueOn < today,
    wordsUrl: `${facts.speakingUrl}/words`,
  }
}
