import { emailKey } from '#app/features/registration/domain/links/email-key.ts'
import { missingIn, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import {
  type AnnouncementGroup,
  type Locale,
  locales,
  type RegistrationState,
} from '#app/shared/vocabulary.ts'
import type { Audience } from '#db/schema/announcements.ts'

/** Somebody whom an announcement is for, and by what they are reached. */
export type Addressee = {
  group: AnnouncementGroup
  name: string
  email: string | null
  locale: Locale
  registrationId?: string
  /** Of speakers: whose page the mail opens, and who reads it. */
  speaking?: { personId: string; holder: 'person' | 'assistant' }
}
export type Recipient = Addressee & { email: string; emailKey: string }
export type RecipientPlan = {
  recipients: Recipient[]
  /** They read it already, under a name that came before. */
  sameAddress: Addressee[]
  withoutAddress: Addressee[]
}

/** Whoever still comes or may come: those who left are written to only where somebody chose so. */
export const usualStates: readonly RegistrationState[] = ['pending', 'confirmed', 'waitlisted', 'offered']

export const usualAudience: Audience = {
  groups: ['registered'],
  states: [...usualStates],
  categoryIds: [],
  sessionId: null,
  tie: 'either',
  picked: [],
  onlyPicked: false,
}

/** Each address once, for whoever of its owners comes first; the others are told, not counted. */
export function planRecipients(addressees: readonly Addressee[]): RecipientPlan {
  const plan: RecipientPlan = { recipients: [], sameAddress: [], withoutAddress: [] }
  const taken = new Set<string>()
  for (const one of addressees) {
    const email = one.email?.trim()
    if (!email) {
      plan.withoutAddress.push(one)
      continue
    }
    const key = emailKey(email)
    if (taken.has(key)) plan.sameAddress.push(one)
    else plan.recipients.push({ ...one, email, emailKey: key })
    taken.add(key)
  }
  return plan
}

export type Share = { group: AnnouncementGroup; locale: Locale; count: number }

/** How many of each group read it in which language, those of no one left out. */
export function sharesOf(recipients: readonly Pick<Recipient, 'group' | 'locale'>[]): Share[] {
  const shares = new Map<string, Share>()
  for (const { group, locale } of recipients) {
    const share = shares.get(`${group} ${locale}`) ?? { group, locale, count: 0 }
    share.count += 1
    shares.set(`${group} ${locale}`, share)
  }
  return [...shares.values()]
}

type Words = { subject: TranslatedText; text: TranslatedText }

/** Whether there is something to send. */
export function isWritten({ subject, text }: Words): boolean {
  const has = (words: TranslatedText) => Boolean(words.vi || words.en)
  return has(subject) && has(text)
}

/** The languages whose readers get words in the other one. */
export function languagesWithout({ subject, text }: Words): Locale[] {
  const lacking = [missingIn(subject), missingIn(text)]
  return locales.filter((locale) => lacking.includes(locale))
}
