import * as z from 'zod/mini'
import { optionalLine, requiredLine } from '#app/shared/forms/fields.ts'
import type { SecurityDetails } from './domain/security-details.server.ts'
import { securityFields } from './domain/security-list.ts'

/** A guest for the venue's security; what the event does not ask is not kept. */
export const detailsSchema = z.object({
  documentName: requiredLine(120),
  affiliation: optionalLine(120),
  arrival: optionalLine(120),
  vehicle: optionalLine(40),
  nationality: optionalLine(60),
  document: optionalLine(40),
})

export function detailsOf({ documentName, ...given }: z.infer<typeof detailsSchema>): SecurityDetails {
  return { documentName, given }
}

export function detailsValues({ documentName, given }: SecurityDetails) {
  const others = securityFields.map((field) => [field, given[field] ?? ''] as const)
  return { documentName, ...Object.fromEntries(others) }
}
