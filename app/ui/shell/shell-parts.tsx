import type { CSSProperties } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { accentStyle } from '../accent.ts'
import { RingMark } from '../ring/mark.tsx'

const languageNames: Record<Locale, string> = { vi: 'Tiếng Việt', en: 'English' }

/** The style attribute that gives a part of the page an event's colour. */
export function accentOf(hex: string | null | undefined): CSSProperties | undefined {
  return hex ? (accentStyle(hex) as CSSProperties) : undefined
}

/** For the keyboard: past the navigation, to what the page is about. */
export function SkipLink() {
  return (
    <a className="skip-link" href="#content">
      {m['shared.skip']()}
    </a>
  )
}

/** Sign and name of the site, leading home. */
export function Wordmark({ href }: { href: string }) {
  return (
    <a className="wordmark" href={href} aria-label={m['shared.site.home']()}>
      <RingMark />
      {m['shared.site.name']()}
    </a>
  )
}

/** The page in the other language; the present one is not a link. */
export function LanguageLinks({ hrefs }: { hrefs: Record<Locale, string> }) {
  const current = getLocale()
  return (
    <nav className="language-links" aria-label={m['shared.language.label']()}>
      {locales.map((locale) =>
        locale === current ? (
          <span key={locale} lang={locale} aria-current="true">
            {languageNames[locale]}
          </span>
        ) : (
          <a key={locale} href={hrefs[locale]} lang={locale} hrefLang={locale} data-language>
            {languageNames[locale]}
          </a>
        ),
      )}
    </nav>
  )
}
