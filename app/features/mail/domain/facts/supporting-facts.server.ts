import { openSecret } from '#app/shared/auth/seal.server.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { SupportingFacts } from '#emails/supporter-facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import { appUrl, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** To a supporter, or an address that is to confirm that it wishes to be one; `secret` holds the token of the link. */
export function supportingFacts(row: ClaimedMail): { facts: SupportingFacts; secrets: Secret[] } {
  const { supporting } = row.facts as StoredFacts
  if (!row.secret || !supporting) throw new Undeliverable('code-forgotten')
  const { link } = JSON.parse(openSecret(row.secret)) as { link: string }
  const { what, initiative, agreed, reason } = supporting
  const facts: SupportingFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    what,
    initiative: readPlain(initiative.name, row.locale),
    initiativeUrl: `${appUrl()}${publicPath.initiative(row.locale, initiative.slug)}`,
    agreed: agreed.map((text) => readPlain(text, row.locale).text),
    reason,
    url: `${appUrl()}/${what === 'asked' ? 'joining' : 'supporting'}/${link}`,
  }
  return { facts, secrets: [{ value: link, shown: '•••' }] }
}
