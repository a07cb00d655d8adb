import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import type { CampaignBasis } from '#app/features/mail/domain/campaign/campaign-basis.server.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import type { ClaimedMail } from '#app/features/mail/domain/sending/claimed-mail.ts'
import { rawMail } from '#app/features/mail/domain/sending/raw-mail.server.ts'
import { signedByNewest } from '#app/features/mail/domain/sending/signature.server.ts'

/** What an advertising mail says of leaving: where to, whether by both headers, and whether a signature covers both. */
export type AdvertisingSigns = { address: string; hasBoth: boolean; isCovered: boolean }

const needed = ['list-unsubscribe', 'list-unsubscribe-post']

/**
 * Reads an advertising mail that was written, put together and signed as those that leave are, to nobody. It is signed with the newest
 * key of its domain, whose record may not be there yet.
 */
export async function lookAtAdvertising(): Promise<AdvertisingSigns> {
  const id = randomUUID()
  const row = trialMail(id)
  const basis = await findMailBasis([])
  const { message, bodies } = await composeMail(row, {
    ...basis,
    campaigns: new Map([[id, trialCampaign(id)]]),
  })
  const { from, envelope, messageId } = message
  const printer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const letter = { from, envelope, messageId, raw: rawMail(message, bodies) }
  const printed = await printer.sendMail(await signedByNewest(letter))
  return signsOf(String(printed.message))
}

/** The same of any mail as it goes over the line. */
export function signsOf(mail: string): AdvertisingSigns {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const fields = new Map(
    head.split('\r\n').map((line): [string, string] => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
    }),
  )
  const [, covered = ''] = /\bh=([^;]*)/.exec(fields.get('dkim-signature') ?? '') ?? []
  const names = covered
    .toLowerCase()
    .split(':')
    .map((name) => name.trim())
  return {
    address: /<([^<>\s]+)>/.exec(fields.get('list-unsubscribe') ?? '')?.[1] ?? '',
    hasBoth:
      fields.has('list-unsubscribe') && fields.get('list-unsubscribe-post') === 'List-Unsubscribe=One-Click',
    isCovered: needed.every((name) => names.includes(name)),
  }
}

function trialMail(id: string): ClaimedMail {
  return {
    id,
    eventId: null,
    registrationId: null,
    invitationId: null,
    campaignId: null,
    kind: 'campaign',
    locale: 'vi',
    recipientName: '',
    recipientEmail: 'nobody@example.org',
    facts: { campaign: { tried: id } },
    secret: null,
    messageId: `<${id}@example.org>`,
    attempts: 1,
    createdAt: new Date(),
  }
}

function trialCampaign(id: string): CampaignBasis {
  const now = new Date()
  return {
    campaign: {
      id,
      organizationId: id,
      eventId: null,
      name: '',
      state: 'draft',
      subject: { vi: 'Bàn Tròn', en: 'Bàn Tròn' },
      audience: { lists: [], match: 'all', conditions: [] },
      scheduledAt: null,
      perHour: null,
      perDomainHour: null,
      attendedAt: null,
      startedAt: null,
      finishedAt: null,
      revision: 1,
      createdAt: now,
    },
    organization: {
      id,
      slug: 'ban-tron',
      shortName: 'Bàn Tròn',
      name: { vi: 'Bàn Tròn', en: 'Bàn Tròn' },
      website: null,
      advertisingRules: true,
      weeklyMails: 1,
      createdAt: now,
    },
    accent: '',
    blocks: [],
    links: [],
    lists: new Map(),
  }
}
