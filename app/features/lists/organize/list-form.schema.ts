import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalText } from '#app/shared/forms/fields.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const texts = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })

const fields = { title: lines(120), description: texts(2000), consent: texts(1000) }

const isNamed = z.refine<{ title: { vi: string; en: string } }>(({ title }) => title.vi + title.en !== '', {
  error: 'lists.desk.title-missing',
  path: ['title', 'vi'],
})
/** Nobody agrees to nothing. */
const isAgreed = z.refine<{ consent: { vi: string; en: string } }>(
  ({ consent }) => consent.vi + consent.en !== '',
  { error: 'lists.desk.consent-missing', path: ['consent', 'vi'] },
)

/** What a list is called, says and asks consent to. */
export const listSchema = z.object(fields).check(isNamed, isAgreed)

/** The same of a new one, with its address; made from the title where none is given. */
export const newListSchema = z
  .object({
    ...fields,
    slug: z._default(
      z.union([
        z.literal(''),
        z
          .string()
          .check(z.trim(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'organize.form.slug'), z.maxLength(60)),
      ]),
      '',
    ),
  })
  .check(isNamed, isAgreed)
