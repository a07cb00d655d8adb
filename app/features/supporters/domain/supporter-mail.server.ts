import type { NewMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'
import { joiningToken, supportingToken } from './supporter-links.server.ts'

type To = { id: string; email: string; name: string; locale: Locale }
type About = {
  initiative: Pick<SupportedInitiative, 'slug' | 'name' | 'bodies'>
  /** What they agreed to, word for word. */
  agreed?: TranslatedText[]
  reason?: string
}

/** Asks the owner of an address whether they wish to join. Whoever typed it may have typed the name too: it greets nobody. */
export function askMail(to: To, about: About): NewMail {
  return mailOf('supporter-asked', 'asked', { ...to, name: '' }, about)
}

/** Tells a supporter, at an address that was proved, where they stand. */
export function toldMail(
  what: 'known' | 'welcome' | 'changed' | 'left' | 'removed',
  to: To,
  about: About,
): NewMail {
  return mailOf('supporter-told', what, to, about)
}

function mailOf(
  kind: 'supporter-asked' | 'supporter-told',
  what: 'asked' | 'known' | 'welcome' | 'changed' | 'left' | 'removed',
  { id, email, name, locale }: To,
  { initiative, agreed = [], reason }: About,
): NewMail {
  const link = what === 'asked' ? joiningToken(id) : supportingToken(id)
  const [first] = initiative.bodies
  return {
    kind,
    locale,
    recipientName: name,
    recipientEmail: email,
    ...(first && { organizationId: first.id }),
    facts: {
      supporting: {
        what,
        supporter: id,
        initiative: { slug: initiative.slug, name: initiative.name },
        agreed,
        ...(reason && { reason }),
      },
    },
    secret: sealSecret(JSON.stringify({ link })),
  }
}
