import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { DoneNotice } from '../done-notice.tsx'
import { accentOf, LanguageLinks, SkipLink, Wordmark } from './shell-parts.tsx'
import type { NavLink } from './tabs-nav.tsx'

export { accentOf } from './shell-parts.tsx'

type PublicPageProps = {
  /** The same page in each language. */
  languages: Record<Locale, string>
  accent?: string | null | undefined
  nav?: readonly NavLink[]
  /** Links at the foot: feeds, sign-in, privacy. */
  footer?: readonly NavLink[]
  children: ReactNode
}

/** The frame of every page that anybody may read. */
export function PublicPage({ languages, accent, nav = [], footer = [], children }: PublicPageProps) {
  return (
    <div className="page" style={accentOf(accent)}>
      <SkipLink />
      <header className="page-head">
        <Wordmark href={`/${getLocale()}`} />
        {nav.length > 0 && (
          <nav className="page-nav" aria-label={m['shared.nav.label']()}>
            {nav.map(({ href, label, current }) => (
              <a key={href} href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        )}
        <LanguageLinks hrefs={languages} />
      </header>
      <main className="page-main" id="content" tabIndex={-1}>
        <DoneNotice />
        {children}
      </main>
      <footer className="page-foot">
        <div className="page-foot-inner">
          <p>{m['shared.site.footer']()}</p>
          <p className="page-foot-links">
            {footer.map(({ href, label }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </p>
        </div>
      </footer>
    </div>
  )
}
