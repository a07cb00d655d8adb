import * as z from 'zod/mini'
import { oneOf, optionalLine, optionalText, requiredLine, revision, rowId } from '#app/shared/forms/fields.ts'
import { locales, recapTexts } from '#app/shared/vocabulary.ts'

const id = rowId('shared.form.wrong')
const moves = ['add', 'remove', 'earlier', 'later'] as const

/** Which of the four texts. */
const which = { kind: oneOf(recapTexts), locale: oneOf(locales) }

/** A text as it is sent: with the editor as a tree, without script as lines. */
export const textSchema = z.object({
  ...which,
  revision: revision(0),
  title: optionalLine(200),
  lead: optionalText(600),
  doc: z._default(z.string(), '').check(z.maxLength(500_000, 'shared.form.wrong')),
  lines: optionalText(100_000),
})

export const renewSchema = z.object({ ...which, note: id })
export const materialSchema = z.object({ note: id, move: oneOf(moves) })
export const restoreSchema = z.object({ version: revision() })
export const slidesSchema = z.object({ slides: id, open: z._default(z.string(), '') })
export const recordingRemovalSchema = z.object({ recording: id })

export const recordingSchema = z.object({
  title: z.object({ vi: optionalLine(200), en: optionalLine(200) }),
  url: requiredLine(500).check(z.regex(/^https?:\/\/[^\s]+$/i, 'recap.desk.url-wrong')),
})
