import type { ReactNode } from 'react'

export type NavLink = {
  href: string
  label: ReactNode
  count?: number | undefined
  current?: boolean | undefined
  lang?: string
}

function links(items: readonly NavLink[]) {
  return items.map(({ href, label, count, current, lang }) => (
    <a key={href} href={href} aria-current={current ? 'page' : undefined} lang={lang}>
      {label}
      {count !== undefined && <span className="count">{count}</span>}
    </a>
  ))
}

/** Links between the parts of one thing, in a row. */
export function TabsNav({ label, items }: { label: string; items: readonly NavLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {links(items)}
    </nav>
  )
}

type DeskLinksProps = { label: string; items: readonly NavLink[]; context?: ReactNode }

/** The same links one below the other, under the name of what they belong to: the side of an organizer's desk. */
export function DeskLinks({ label, items, context }: DeskLinksProps) {
  return (
    <nav className="desk-links" aria-label={label}>
      {context && <p className="desk-context">{context}</p>}
      {links(items)}
    </nav>
  )
}
