import { LRUCache } from 'lru-cache'
import { signedIds } from '#app/shared/auth/signed-ids.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { appUrl, greetingName } from '../facts/mail-facts.server.ts'
import type { StoredFacts } from '../facts/stored-facts.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { loadDrawing, type WrittenMail } from '../sending/drawing.server.ts'
import { type DrawnWords, filledMail, filledWords } from '../sending/drawn-once.ts'
import { Undeliverable } from '../sending/failures.ts'
import { filledMarks, markOf } from '../sending/marks.ts'
import type { CampaignBasis } from './campaign-basis.server.ts'
import { drawnParts, spokenLocale } from './draw-campaign.server.ts'

/** What campaigns say, drawn once for each language and used for everybody: an event's hour in it may be a minute old. */
const drawings = new LRUCache<string, DrawnWords>({ max: 20, ttl: 60_000 })

/**
 * One recipient's copy. Nobody who left the list since is written to; one that only tries a campaign out is read by its
 * writer, and its ways out lead nowhere.
 */
export async function writeCampaign(
  row: ClaimedMail,
  { campaigns, subscribed }: { campaigns: Map<string, CampaignBasis>; subscribed: Set<number> },
): Promise<WrittenMail> {
  const { campaign: told } = row.facts as StoredFacts
  const basis = campaigns.get(row.campaignId ?? told?.tried ?? '')
  if (!basis || !told) throw new Undeliverable('campaign-gone')
  if (row.campaignId && !(told.recipient && subscribed.has(told.recipient)))
    throw new Undeliverable('left-list')
  const locale = spokenLocale(basis, row.locale)
  const { contact, list } = told
  const isReal = contact && list
  const values = {
    name: row.recipientName ? greetingName(row) : '',
    list: textIn(basis.lists.get(list ?? basis.campaign.audience.lists[0] ?? '')?.title, locale) || '…',
    unsubscribe: isReal ? signedIds('unsubscribe', contact, list) : 'x',
    preferences: isReal ? signedIds('preferences', contact) : 'x',
  }
  // What is only looked at would push out what thousands are being sent.
  const drawing = await (row.campaignId ? drawingOf(basis, locale) : draw(basis, locale))
  const said = row.campaignId ? filledMail(drawing, values) : filledWords(drawing, values)
  const secrets = isReal
    ? [values.unsubscribe, values.preferences].map((value) => ({ value, shown: '•••' }))
    : []
  return {
    ...said,
    secrets,
    unsubscribeUrl: `${appUrl()}/unsubscribe/${values.unsubscribe}`,
    organization: textIn(basis.organization.name, locale) || basis.organization.shortName,
  }
}

async function drawingOf(basis: CampaignBasis, locale: Locale): Promise<DrawnWords> {
  const { id, revision } = basis.campaign
  const key = `${id} ${revision} ${locale} ${basis.links.length}`
  const known = drawings.get(key)
  if (known) return known
  const drawing = await draw(basis, locale)
  drawings.set(key, drawing)
  return drawing
}

async function draw(basis: CampaignBasis, locale: Locale): Promise<DrawnWords> {
  const { renderMail, labelled, namelessIn } = await loadDrawing()
  const parts = drawnParts(basis, locale)
  const nobody = { name: '', list: '', unsubscribe: '', preferences: '' }
  const facts = {
    ...parts,
    // Cut to what mailboxes show, where no mark may be cut in two.
    subject: filledMarks(parts.subject, nobody, (text) => text),
    preview: filledMarks(parts.preview, nobody, (text) => text),
    recipientName: markOf('name', namelessIn(locale)),
    appUrl: appUrl(),
    list: markOf('list'),
    unsubscribeUrl: `${appUrl()}/unsubscribe/${markOf('unsubscribe')}`,
    preferencesUrl: `${appUrl()}/preferences/${markOf('preferences')}`,
  }
  const { html, text } = renderMail('campaign', facts, locale)
  return { subject: labelled(parts.subject, basis.organization.advertisingRules, locale), html, text }
}
