import { randomUUID } from 'node:crypto'
import { fingerprintOf } from '#app/features/acts/domain/act-preview.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis, speakingKey } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import type { ClaimedMail, KeptText } from '#app/features/mail/domain/sending/claimed-mail.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { Announcement } from './announcements.server.ts'
import { listAudience } from './audience.server.ts'
import { planRecipients, type Recipient, type RecipientPlan, type Share, sharesOf } from './recipients.ts'

export type ShownMail = Share & { text: KeptText }
export type AnnouncementPreview = RecipientPlan & {
  /** Names exactly these mails to exactly these addresses: what an act asks for. */
  print: string
  shares: Share[]
}

/** Who would get a draft if it were sent now. Nothing is written. */
export async function previewRecipients({ eventId, audience }: Announcement): Promise<AnnouncementPreview> {
  const plan = planRecipients(await listAudience(eventId, audience))
  const mails = plan.recipients.map(({ locale, email }) => ({
    kind: 'announcement',
    locale,
    recipientEmail: email,
  }))
  return { ...plan, print: fingerprintOf(mails), shares: sharesOf(plan.recipients) }
}

/** One mail of each group and language as it would leave now, without what opens pages. */
export async function previewMails(
  draft: Announcement,
  { recipients, shares }: AnnouncementPreview,
): Promise<ShownMail[]> {
  const shown: ShownMail[] = []
  for (const share of shares) {
    const first = recipients.find(({ group, locale }) => group === share.group && locale === share.locale)
    if (first) shown.push({ ...share, text: await composed(draft, first) })
  }
  return shown
}

async function composed({ id, eventId }: Announcement, to: Recipient): Promise<KeptText> {
  const mail = mailOf({ id, eventId }, to)
  const basis = await findMailBasis([mail])
  if (to.speaking) {
    const { personId } = to.speaking
    const key = speakingKey(eventId, personId)
    // Whoever was never written to gets their links when it is sent.
    const links = { eventId, personId, tokenSalt: '', assistantSalt: '', name: to.name }
    if (!basis.speaking.has(key)) basis.speaking.set(key, links)
  }
  return (await composeMail(mail, basis)).kept
}

type Of = { id: string; eventId: string }

function mailOf({ id, eventId }: Of, { group, name, email, locale, registrationId, speaking }: Recipient) {
  const mail: ClaimedMail = {
    id: randomUUID(),
    eventId: group === 'hosts' ? null : eventId,
    registrationId: registrationId ?? null,
    invitationId: null,
    campaignId: null,
    kind: 'announcement',
    locale: locale satisfies Locale,
    recipientName: name,
    recipientEmail: email,
    facts: { announcement: { id, to: group }, ...(speaking && { speaking }) },
    secret: null,
    messageId: '',
    attempts: 0,
    createdAt: new Date(),
  }
  return mail
}
