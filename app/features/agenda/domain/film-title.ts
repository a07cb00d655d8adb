import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

/** What a film is called here: its title in a language of ours, else the one that it came with. */
export function filmTitle({
  title,
  originalTitle,
}: {
  title: TranslatedText
  originalTitle: string
}): TranslatedText {
  return title.vi || title.en ? title : { vi: originalTitle, en: originalTitle }
}
