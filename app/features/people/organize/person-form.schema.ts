import * as z from 'zod/mini'
import {
  checkbox,
  email,
  oneOf,
  optionalCount,
  optionalLine,
  optionalText,
  requiredLine,
} from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const texts = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })
const emptyOr = <S extends z.ZodMiniType>(schema: S) => z.union([z.literal(''), schema])
const nothing = { vi: '', en: '', confirmed: false }

export const personSchema = z.object({
  name: requiredLine(200),
  otherNames: optionalText(2000),
  honorific: z._default(lines(80), nothing),
  position: z._default(lines(300), nothing),
  affiliation: z._default(lines(300), nothing),
  biography: z._default(texts(10_000), nothing),
  precedence: optionalCount(100_000),
  pronunciation: optionalLine(200),
  email: z._default(emptyOr(email()), ''),
  assistantEmail: z._default(emptyOr(email()), ''),
  locale: oneOf(locales),
  timeZone: optionalLine(60),
})
