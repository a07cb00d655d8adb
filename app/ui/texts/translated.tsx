import type { ElementType } from 'react'
import { getLocale } from '#app/paraglide/runtime.js'
import { proseOf, type Run } from '#app/shared/i18n/prose.ts'
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

/** The same as prose: paragraphs, lists, and the few marks that its writers have. */
export function TranslatedProse({
  value,
  className = 'prose',
  locale = getLocale(),
}: Omit<TranslatedProps, 'as'>) {
  const { text, lang } = read(value, locale)
  if (!text) return null
  return (
    <div className={className} lang={lang === locale ? undefined : lang}>
      {proseOf(text).map((block, at) =>
        block.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
          <ul key={at}>
            {block.items.map((runs, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have the lines of a list
              <li key={place}>
                <Runs runs={runs} />
              </li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
          <p key={at}>
            <Runs runs={block.runs} />
          </p>
        ),
      )}
    </div>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, strong, emphasis, href }, at) => {
    const words = heldTogether(text)
    const key = `${at} ${text}`
    if (href)
      return (
        <a key={key} href={href} rel="noopener nofollow">
          {words}
        </a>
      )
    if (strong) return <strong key={key}>{words}</strong>
    if (emphasis) return <em key={key}>{words}</em>
    return words
  })
}
