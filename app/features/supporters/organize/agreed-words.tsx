import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import type { AgreedText } from '../domain/supporter-page.server.ts'

/** The words that were agreed to, in the language and version in which they were read, and since when they hold. */
export function AgreedWords({ agreed, since }: { agreed: AgreedText; since: string | null }) {
  const { text, version, locale } = agreed
  const said = readPlain(text, locale)
  return (
    <>
      {since ? m['supporters.own.since-day']({ day: since }) : m['supporters.desk.not-in-force']()}{' '}
      <q lang={said.lang}>{said.text}</q>{' '}
      <span className="soft">
        {m['supporters.desk.version']({ number: version, language: languageWord(locale) })}
      </span>
    </>
  )
}
