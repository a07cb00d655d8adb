import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { accentOf, SkipLink, Wordmark } from './shell-parts.tsx'
import { DeskLinks, type NavGroup, type NavLink } from './tabs-nav.tsx'

type OrganizePageProps = {
  /** What the side navigation belongs to: the event's or the organization's name. */
  context?: ReactNode
  sections?: readonly NavGroup[]
  /** Links in the head: events, members … */
  nav?: readonly NavLink[]
  /** Who is signed in, and the content of their menu: links, and the form that signs out. */
  account?: { name: string; email: string; menu: ReactNode } | undefined
  accent?: string | null | undefined
  children: ReactNode
}

/** The organizers' desk: head, sections at the side (folded on a phone), the work. */
export function OrganizePage(props: OrganizePageProps) {
  const { context, sections = [], nav = [], account, accent, children } = props
  const current = sections.flatMap(({ links }) => links).find((link) => link.current)
  const label = m['shared.desk.sections']()
  return (
    <div className="desk" style={accentOf(accent)} data-viewer={account?.email}>
      <SkipLink />
      <header className="desk-head">
        <Wordmark href="/organize" />
        <div className="desk-head-side">
          {nav.length > 0 && (
            <nav className="page-nav" aria-label={m['shared.nav.label']()}>
              {nav.map((link) => (
                <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.label}
                </a>
              ))}
            </nav>
          )}
          {account && (
            <details className="menu">
              <summary>
                <span className="visually-hidden">{m['shared.account.label']()}: </span>
                {account.name}
              </summary>
              <div className="menu-sheet">{account.menu}</div>
            </details>
          )}
        </div>
      </header>
      {sections.length > 0 && (
        <details className="drawer">
          <summary>
            <span>
              <span className={current ? 'visually-hidden' : undefined}>{label}</span>
              {current && <span className="visually-hidden">: </span>}
              {current?.label}
            </span>
          </summary>
          <DeskLinks label={label} groups={sections} context={context} />
        </details>
      )}
      <div className="desk-body">
        {sections.length > 0 && (
          <div className="desk-side">
            <DeskLinks label={label} groups={sections} context={context} />
          </div>
        )}
        <main className="desk-main stack desk-stack" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}
