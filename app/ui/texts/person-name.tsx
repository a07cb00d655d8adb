import { getLocale } from '#app/paraglide/runtime.js'
import { unbroken } from './initials.ts'
import { nameLanguage } from './name-language.ts'

type PersonNameProps = { name: string; honorific?: string | null | undefined }

/** A name as its owner writes it, never broken between family and given, never machine-translated, read aloud in its own language. */
export function PersonName({ name, honorific }: PersonNameProps) {
  const title = honorific?.trim()
  const lang = nameLanguage(name)
  // A short title ("TS.", "Dr") clings to the name; a long one may stand on the line above.
  return (
    <span className="person-name">
      {title && `${title}${title.length <= 4 ? '\u00a0' : ' '}`}
      <span translate="no" lang={lang === getLocale() ? undefined : lang}>
        {unbroken(name)}
      </span>
    </span>
  )
}
