import type { ElementType } from 'react'
import { getLocale } from '#app/paraglide/runtime.js'
import { read, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type TranslatedProps = {
  value: TranslatedText | null | undefined
  as?: ElementType
  className?: string
  locale?: Locale
}

/** A text in the reader's language, or in the other one with its `lang`; nothing when there is none. */
export function Translated({ value, as: Tag = 'span', className, locale = getLocale() }: TranslatedProps) {
  const { text, lang } = read(value, locale)
  if (!text) return null
  return (
    <Tag className={className} lang={lang === locale ? undefined : lang}>
      {heldTogether(text)}
    </Tag>
  )
}

/** The same with its line breaks as paragraphs. */
export function TranslatedProse({
  value,
  className = 'prose',
  locale = getLocale(),
}: Omit<TranslatedProps, 'as'>) {
  const { text, lang } = read(value, locale)
  if (!text) return null
  const paragraphs = text.split(/\n\s*\n/).map((words) => words.trim())
  return (
    <div className={className} lang={lang === locale ? undefined : lang}>
      {paragraphs.map((words, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
        <p key={at}>{heldTogether(words)}</p>
      ))}
    </div>
  )
}
