import * as z from 'zod/mini'
import { m } from '#app/paraglide/messages.js'
import {
  checkbox,
  email,
  oneOf,
  optionalLine,
  optionalText,
  requiredFile,
  requiredLine,
  requiredText,
  revision,
  rowId,
} from '#app/shared/forms/fields.ts'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { holdsLink } from '#app/shared/holds-link.ts'
import { locales, supporterKinds } from '#app/shared/vocabulary.ts'
import { isCountry } from './domain/countries.ts'

extendFormMessages({
  'supporters.form.body-missing': m['supporters.form.body-missing'],
  'supporters.form.no-link': m['supporters.form.no-link'],
})

/** What strangers type and readers see: a name, and no way to anywhere. */
const withoutLink = z.refine<string>((text) => !holdsLink(text), 'supporters.form.no-link')

const profile = {
  name: requiredLine(120).check(withoutLink),
  kind: oneOf(supporterKinds),
  body: optionalLine(160).check(withoutLink),
  country: z.string('shared.form.choose').check(z.refine(isCountry, 'shared.form.choose')),
  offers: optionalText(1000),
  seeks: optionalText(1000),
  language: oneOf(locales),
  listed: checkbox(),
  news: checkbox(),
  /** Which words of consent stood on the form. */
  texts: requiredLine(20),
}

/** Universities and companies join as bodies: they have a name of their own. */
const bodyNamed = z.check<{ kind: string; body: string }>((context) => {
  const { kind, body } = context.value
  if (body !== '' || (kind !== 'university' && kind !== 'company')) return
  context.issues.push({
    code: 'custom',
    input: body,
    path: ['body'],
    message: 'supporters.form.body-missing',
  })
})

/** Joining an initiative, in the names that it has on the wire. */
export const joiningSchema = z.object({ ...profile, email: email() }).check(bodyNamed)
export type JoiningInput = z.infer<typeof joiningSchema>

/** What a supporter changes afterwards; another address joins anew. */
export const supportingSchema = z.object({ ...profile, revision: revision() }).check(bodyNamed)
export type SupportingInput = z.infer<typeof supportingSchema>

/** The press that joins: what is confirmed is what was shown. */
export const confirmingSchema = z.object({ revision: revision() })

export const ownLogoSchema = z.object({ picture: requiredFile() })

export const remarkSchema = z.object({ remark: optionalText(4000), marked: checkbox() })
export const removalSchema = z.object({ reason: requiredText(500) })
export const logoShowingSchema = z.object({ shown: checkbox() })
/** Whom to make known to each other, and why. */
export const introducingSchema = z.object({ first: rowId(), second: rowId(), words: optionalText(1000) })
