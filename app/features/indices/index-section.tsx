import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'

type Listed = { slug: string; name: TranslatedText; summary: TranslatedText }

/** The indices of an initiative on its own page; nothing where there are none. */
export function IndexSection({ indices }: { indices: readonly Listed[] }) {
  const locale = getLocale()
  if (indices.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="indices">
      <h2 id="indices">{m['indices.section.title']()}</h2>
      <ul className="stack plain-list">
        {indices.map(({ slug, name, summary }) => (
          <li key={slug} className="stack tight">
            <p className="title-s">
              <a href={publicPath.index(locale, slug)}>
                <Translated value={name} />
              </a>
            </p>
            {textIn(summary, locale) && <Translated value={summary} as="p" className="soft measure" />}
          </li>
        ))}
      </ul>
    </section>
  )
}
