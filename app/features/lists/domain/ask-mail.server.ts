import type { NewMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { preferencesToken, subscriptionToken } from './contact-links.server.ts'

type Asked = {
  contact: { id: string; organizationId: string; email: string; name: string }
  locale: Locale
  organization: TranslatedText
  lists: { title: TranslatedText; text: TranslatedText }[]
  /** `known`: there is nothing to confirm; `left`: it is confirmed that they left. */
  what: 'asked' | 'known' | 'left'
  /** Of an import. */
  ground?: string | undefined
}

/** The mail that asks an address whether it wishes to be on these lists, or says that it is, or is no more. */
export function askMail({ contact, locale, organization, lists, what, ground }: Asked): NewMail {
  const link = what === 'asked' ? subscriptionToken(contact.id) : preferencesToken(contact.id)
  return {
    kind: 'list-asked',
    locale,
    // Whoever typed the address may have typed the name too: a stranger is greeted by an organizer's word alone.
    recipientName: ground || what !== 'asked' ? contact.name : '',
    recipientEmail: contact.email,
    organizationId: contact.organizationId,
    facts: { listing: { what, organization, lists, ...(ground && { ground }) } },
    secret: sealSecret(JSON.stringify({ link })),
  }
}
