import type * as z from 'zod/mini'
import { type RegistrationState, supporterKinds } from '#app/shared/vocabulary.ts'
import type { Audience, Condition } from '../domain/audience-rule.ts'
import type { CampaignDetails } from '../domain/edit-campaign.server.ts'
import type { StoredCampaign } from '../domain/stored-campaigns.server.ts'
import type { audienceSchema } from './campaign.schema.ts'

type AudienceForm = z.infer<typeof audienceSchema>

const living: RegistrationState[] = ['pending', 'confirmed', 'waitlisted', 'offered']
/** Empty rows below those that say something: more of them come with the next save. */
const spareRows = 2

/** What the form says, as it is stored. Rows without a choice say nothing. */
export function audienceOf({ lists, match, conditions }: AudienceForm): Audience {
  const chosen = Object.entries(lists).flatMap(([id, isChosen]) => (isChosen ? [id] : []))
  const rows = Object.entries(conditions).sort(([a], [b]) => Number(a) - Number(b))
  return {
    lists: chosen.sort(),
    match,
    conditions: rows.flatMap(([, { what, not }]) => {
      const condition = conditionOf(what)
      return condition ? [{ ...condition, ...(not && { not: true }) }] : []
    }),
  }
}

export function campaignDetailsOf(form: AudienceForm, { subject }: StoredCampaign): CampaignDetails {
  const { name, event, perHour, perDomainHour } = form
  return {
    name,
    eventId: event || null,
    subject,
    audience: audienceOf(form),
    perHour: perHour || null,
    perDomainHour: perDomainHour || null,
  }
}

export function audienceFormValues({ name, eventId, audience, perHour, perDomainHour }: StoredCampaign) {
  const rows = [...audience.conditions, ...Array.from({ length: spareRows }, () => null)]
  return {
    name,
    event: eventId ?? '',
    lists: Object.fromEntries(audience.lists.map((id) => [id, 'on'])),
    match: audience.match,
    conditions: Object.fromEntries(
      rows.map((one, at) => [String(at), { not: one?.not ? 'not' : '', what: one ? codeOf(one) : '' }]),
    ),
    perHour: perHour === null ? '' : String(perHour),
    perDomainHour: perDomainHour === null ? '' : String(perDomainHour),
  }
}

function conditionOf(code: string): Condition | null {
  const [kind, value = '', of = ''] = code.split(':')
  switch (kind) {
    case 'registered':
      return { kind, eventId: value, states: living }
    case 'seated':
      return { kind: 'registered', eventId: value, states: ['confirmed'] }
    case 'speaker':
      return { kind, eventId: value }
    case 'list':
      return { kind, listId: value }
    case 'supporter': {
      const one = supporterKinds.find((known) => known === of)
      return { kind, initiativeId: value, ...(one && { of: one }) }
    }
    case 'language':
      return { kind, locale: value === 'en' ? 'en' : 'vi' }
    case 'country':
      return { kind, country: value }
    default:
      return null
  }
}

export function codeOf(condition: Condition): string {
  switch (condition.kind) {
    case 'registered':
      return `${condition.states.length === 1 ? 'seated' : 'registered'}:${condition.eventId}`
    case 'speaker':
      return `speaker:${condition.eventId}`
    case 'list':
      return `list:${condition.listId}`
    case 'supporter':
      return `supporter:${condition.initiativeId}${condition.of ? `:${condition.of}` : ''}`
    case 'language':
      return `language:${condition.locale}`
    case 'country':
      return `country:${condition.country}`
  }
}
