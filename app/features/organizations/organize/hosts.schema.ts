import * as z from 'zod/mini'
import { email, optionalLine, requiredLine } from '#app/shared/forms/fields.ts'

/** The order of names, by the organization's id. */
export const arrangementSchema = z.object({
  place: z.record(z.uuid(), z.coerce.number().check(z.int(), z.gte(1), z.lte(999))),
})

export const hostSchema = z.object({ organization: z.uuid('shared.form.choose') })

export const newHostSchema = z.object({
  shortName: requiredLine(40),
  nameVi: optionalLine(200),
  nameEn: requiredLine(200),
  adminName: requiredLine(120),
  adminEmail: email(),
})
