import type { Params } from '@remix-run/react'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { supporterKinds, supporterStates } from '#app/shared/vocabulary.ts'
import { isCountry } from '../domain/countries.ts'
import { getSupported } from '../domain/initiative-of.server.ts'
import type { DeskFilter } from '../domain/supporters-desk.server.ts'

/** Who asks, and the initiative whose supporters they are, for those who work in one of its bodies. */
export async function ownSupporters(request: Request, params: Params) {
  const ctx = await deskContext(request)
  const initiative = await getSupported(params.initiative ?? '')
  await requireInitiativeRight(ctx, 'initiative.edit', initiative.id)
  return { ctx, initiative, path: `/organize/initiatives/${initiative.slug}/supporters` }
}

/** What an address narrows the list to; what is none of it narrows nothing. */
export function filterOf(asked: URLSearchParams): DeskFilter & { q: string } {
  const country = asked.get('country') ?? ''
  return {
    q: (asked.get('q') ?? '').trim(),
    state: supporterStates.find((one) => one === asked.get('state')),
    kind: supporterKinds.find((one) => one === asked.get('kind')),
    country: isCountry(country) ? country : undefined,
    isMarked: asked.get('marked') === 'on' || undefined,
  }
}
