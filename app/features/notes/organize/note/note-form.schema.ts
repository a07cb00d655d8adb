import * as z from 'zod/mini'
import { checkbox, oneOf, optionalLine, optionalText } from '#app/shared/forms/fields.ts'
import { noteKinds } from '#app/shared/vocabulary.ts'

/** A note as the form of its page sends it. */
export const noteFormSchema = z.object({
  kind: oneOf(noteKinds),
  person: optionalLine(64),
  guest: optionalLine(200),
  saidAt: optionalLine(20),
  session: optionalLine(64),
  vi: optionalText(),
  en: optionalText(),
  confirmed: checkbox(),
  dueOn: optionalLine(10),
  done: checkbox(),
  offRecord: checkbox(),
})

export type NoteForm = z.infer<typeof noteFormSchema>
