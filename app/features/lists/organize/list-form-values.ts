import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth, type TranslatedText } from '#app/shared/i18n/translated-text.ts'

type Texts = { title: TranslatedText; description: TranslatedText; consent: TranslatedText }

/** A stored list as its form shows it. */
export function listFormValues({ title, description, consent }: Texts): FormValues {
  return { title: inBoth(title), description: inBoth(description), consent: inBoth(consent) }
}
