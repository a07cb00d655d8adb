import * as z from 'zod/mini'
import {
  email,
  oneOf,
  optionalLine,
  optionalText,
  requiredFile,
  requiredLine,
} from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

export const answerSchema = z.object({
  answer: oneOf(['accepted', 'tentative', 'declined']),
  note: optionalText(1000),
})

export const proposalSchema = z.object({ startsAt: requiredLine(20), note: optionalText(1000) })

export const deputySchema = z.object({ name: requiredLine(120), email: email() })

const changeNumber = z.string().check(z.regex(/^[1-9]\d{0,14}$/))

export const restorationSchema = z.object({ change: changeNumber })

/** What the page is told in its address of a deputy who was just withdrawn, so that it can be undone. */
export const withdrawnSchema = z.object({
  saved: z.literal('deputy-back'),
  change: changeNumber,
  session: z.uuid(),
})

export const availabilitySchema = z.object({ from: requiredLine(20), to: requiredLine(20) })

const words = (max: number) => z.object({ vi: optionalText(max), en: optionalText(max) })

export const profileSchema = z.object({
  position: words(200),
  affiliation: words(200),
  biography: words(5000),
  pronunciation: optionalLine(200),
  timeZone: optionalLine(60),
  language: oneOf(locales),
  specialNeeds: optionalText(2000),
})

export const uploadSchema = z.object({
  session: requiredLine(40),
  name: requiredLine(300),
  size: z.coerce.number(),
})

export const slidesSchema = z.object({ session: requiredLine(40), file: requiredFile() })
