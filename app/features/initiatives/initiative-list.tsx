import { getLocale } from '#app/paraglide/runtime.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'

type Listed = { slug: string; name: TranslatedText; summary: TranslatedText }

export function InitiativeList({ initiatives }: { initiatives: readonly Listed[] }) {
  const locale = getLocale()
  return (
    <ul className="initiative-list">
      {initiatives.map((initiative) => (
        <li key={initiative.slug}>
          <h3>
            <a className="quiet-link" href={publicPath.initiative(locale, initiative.slug)}>
              <Translated value={initiative.name} />
            </a>
          </h3>
          <Translated value={initiative.summary} as="p" className="soft" />
        </li>
      ))}
    </ul>
  )
}
