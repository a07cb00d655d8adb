import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalText } from '#app/shared/forms/fields.ts'
import type { OwnWordKind } from '#app/shared/vocabulary.ts'
import { strangePlaceholders } from '#emails/placeholders.ts'

const longestSubject = 150
const longestOpening = 3000

/** The form of the own words of a kind of mail: what it names in braces must be something that mail can say. */
export function ownWordsSchema(kind: OwnWordKind) {
  const words = (one: ReturnType<typeof optionalLine>) =>
    z.object({ vi: one, en: one, confirmed: checkbox() }).check((context) => {
      for (const locale of ['vi', 'en'] as const) {
        const strange = strangePlaceholders(context.value[locale], kind)
        if (strange.length === 0) continue
        const names = encodeURIComponent(strange.map((name) => `{${name}}`).join(' '))
        context.issues.push({
          code: 'custom',
          input: context.value[locale],
          path: [locale],
          message: `mail.words.unknown?names=${names}`,
        })
      }
    })
  return z.object({
    subject: words(optionalLine(longestSubject)),
    opening: words(optionalText(longestOpening)),
    shown: z._default(z.string(), ''),
    intent: z._default(z.enum(['save', 'preview']), 'save'),
  })
}
