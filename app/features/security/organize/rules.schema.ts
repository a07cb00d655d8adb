import * as z from 'zod/mini'
import { checkbox, optionalLine } from '#app/shared/forms/fields.ts'
import type { SecurityRules } from '../domain/security-list.ts'
import { securityFields } from '../domain/security-list.ts'

/** Whether the venue's security gets a list, what stands in it, and when it is deleted. */
export const rulesSchema = z.object({
  listed: checkbox(),
  affiliation: checkbox(),
  arrival: checkbox(),
  vehicle: checkbox(),
  nationality: checkbox(),
  document: checkbox(),
  purgesAt: optionalLine(20),
})

export const fieldsAsked = (form: z.infer<typeof rulesSchema>): SecurityRules['asks'] =>
  form.listed ? securityFields.filter((field) => form[field]) : null

/** `purgesAt` as the clock at the event shows it. */
export function rulesValues({ asks }: SecurityRules, purgesAt: string) {
  // Before there is a list, what nearly every house asks for is ticked.
  const ticked = asks ?? ['affiliation', 'arrival']
  const boxes = securityFields.map((field) => [field, ticked.includes(field) ? 'on' : ''] as const)
  return { listed: asks ? 'on' : '', ...Object.fromEntries(boxes), purgesAt }
}
