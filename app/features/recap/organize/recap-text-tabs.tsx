import { m } from '#app/paraglide/messages.js'
import { locales, type RecapText, recapTexts } from '#app/shared/vocabulary.ts'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import type { DraftText } from '../domain/recap-draft.server.ts'
import { textNames } from './recap-labels.ts'

type Props = { home: string; kind: RecapText; locale: string; texts: readonly DraftText[] }

/** The four texts: article and press release in either language, and which translations are behind. */
export function RecapTextTabs({ home, kind, locale, texts }: Props) {
  const items = recapTexts.flatMap((one) =>
    locales.map((lang) => {
      const found = texts.find((text) => text.kind === one && text.locale === lang)
      const name = `${textNames[one]()} · ${lang === 'vi' ? 'Tiếng Việt' : 'English'}`
      return {
        href: `${home}?text=${one}&in=${lang}`,
        label: found?.isStale ? `${name} (${m['recap.desk.stale']()})` : name,
        current: one === kind && lang === locale,
      }
    }),
  )
  return <TabsNav label={m['recap.desk.texts']()} items={items} />
}
