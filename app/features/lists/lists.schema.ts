import * as z from 'zod/mini'
import { email, oneOf, optionalLine, rowId } from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** Who wishes to be on a list; `consent` is the text that stood above the button. */
export const joiningSchema = z.object({
  email: email(),
  name: optionalLine(120),
  language: oneOf(locales),
  consent: rowId(),
  /** The address of the initiative from whose page they came. */
  initiative: optionalLine(120),
})

/** What the owner of an address says to one list that waits for them, or to all of them. */
export const confirmationSchema = z.object({
  list: rowId(),
  consent: rowId(),
})

/** How often at most: the figures that are offered, and none. */
export const weeklyLimits = ['', '1', '2', '3', '7'] as const

export const preferencesSchema = z.object({
  language: oneOf(locales),
  weekly: z._default(z.enum(weeklyLimits, 'shared.form.choose'), ''),
})

/** The lists that a registration form offers. */
export const offeredSchema = z.object({ lists: z._default(z.array(rowId()), []) })

export const leavingSchema = z.object({ list: rowId() })
