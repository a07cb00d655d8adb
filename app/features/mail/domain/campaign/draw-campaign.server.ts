import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { CampaignFacts, CampaignPart } from '#emails/facts.ts'
import { appUrl } from '../facts/mail-facts.server.ts'
import type { CampaignBasis } from './campaign-basis.server.ts'
import { markedFields } from './personal-fields.ts'
import type { CampaignBlock } from './shown-blocks.server.ts'

type Drawn = Omit<CampaignFacts, 'recipientName' | 'appUrl' | 'list' | 'unsubscribeUrl' | 'preferencesUrl'>

/** The language in which somebody is written to: their own where the campaign speaks it, else the one that it speaks. */
export function spokenLocale({ campaign }: Pick<CampaignBasis, 'campaign'>, wanted: Locale): Locale {
  const other = wanted === 'vi' ? 'en' : 'vi'
  return campaign.subject[wanted] || !campaign.subject[other] ? wanted : other
}

/** What a campaign says in one language, the same for all; what is each one's own is marked (personal-fields.ts). */
export function drawnParts(basis: CampaignBasis, locale: Locale): Drawn {
  const { campaign, organization, accent, blocks } = basis
  const subject = textIn(campaign.subject, locale)
  const parts = blocks.flatMap((block) => partOf(block, basis, locale) ?? [])
  const first = parts.find((part) => part.kind === 'text')
  return {
    subject: markedFields(subject),
    heading: markedFields(subject),
    preview: markedFields(first ? (first.text.split('\n')[0] ?? '') : ''),
    organization: {
      name: textIn(organization.name, locale) || organization.shortName,
      website: organization.website,
    },
    accent,
    parts,
  }
}

/** Null for what has nothing to say in this language, or is not there any more. */
function partOf(block: CampaignBlock, basis: CampaignBasis, locale: Locale): CampaignPart | null {
  const text = markedFields(block.words[locale] ?? '')
  const counted = (url: string) => countedUrl(url, basis, locale)
  switch (block.kind) {
    case 'heading':
    case 'text':
      return text ? { kind: block.kind, text } : null
    case 'button':
      return text && block.url ? { kind: 'button', text, url: counted(block.url) } : null
    case 'picture': {
      const { picture, url } = block
      if (!picture) return null
      const { id, width, height } = picture
      const alt = textIn(picture.alt, locale)
      const href = url ? counted(url) : null
      return { kind: 'picture', src: `${appUrl()}/pictures/${id}/press.jpg`, alt, text, width, height, href }
    }
    case 'event':
      return eventPart(block, text, counted, locale)
    case 'session':
      return sessionPart(block, text, counted, locale)
  }
}

type Counted = (url: string) => string

function eventPart(
  { event, venue }: CampaignBlock,
  text: string,
  counted: Counted,
  locale: Locale,
): CampaignPart | null {
  if (!event) return null
  const { timeZone, startsAt, endsAt, slug } = event
  return {
    kind: 'event',
    title: textIn(event.title, locale),
    text,
    startsAt,
    endsAt,
    timeZone,
    city: clockPlace(textIn(venue?.city, locale), timeZone, locale),
    place: venue ? placeText(venue, locale) : '',
    url: event.publishedAt && !event.cancelledAt ? counted(eventUrl(slug, locale)) : null,
  }
}

function sessionPart(
  { event, session, venue }: CampaignBlock,
  text: string,
  counted: Counted,
  locale: Locale,
): CampaignPart | null {
  if (!event?.publishedAt || !session) return null
  const { timeZone } = event
  return {
    kind: 'session',
    title: textIn(session.title, locale),
    text,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    timeZone,
    city: clockPlace(textIn(venue?.city, locale), timeZone, locale),
    place: venue ? placeText(venue, locale) : '',
    url: counted(`${appUrl()}${publicPath.session(locale, event.slug, session.slug)}`),
  }
}

const eventUrl = (slug: string, locale: Locale) => `${appUrl()}${publicPath.event(locale, slug)}`

/** The addresses that a campaign leads to in one language: those that are counted once it begins. */
export function addressesOf(basis: CampaignBasis, locale: Locale): string[] {
  const parts = basis.blocks.map((block) => partOf(block, { ...basis, links: [] }, locale))
  const urls = parts.map((part) => {
    if (!part) return null
    if (part.kind === 'picture') return part.href
    return 'url' in part ? part.url : null
  })
  return [...new Set(urls.filter((url) => url !== null))]
}

function countedUrl(url: string, { links }: CampaignBasis, locale: Locale): string {
  const counted = links.find((one) => one.locale === locale && one.url === url)
  return counted ? `${appUrl()}/go/${counted.code}` : url
}
