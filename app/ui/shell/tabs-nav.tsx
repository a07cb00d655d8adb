import { type ReactNode, useId } from 'react'
import { m } from '#app/paraglide/messages.js'

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

export type NavGroup = { label: string; links: readonly NavLink[] }
type DeskLinksProps = { label: string; groups: readonly NavGroup[]; context?: ReactNode }

/** Links in groups, one below the other, under the name of what they belong to: the side of an organizer's desk. */
export function DeskLinks({ label, groups, context }: DeskLinksProps) {
  const id = useId()
  return (
    <nav className="desk-links" aria-label={label}>
      {context && <p className="desk-context">{context}</p>}
      {groups.map((group, index) => (
        <div key={group.label} className="desk-group">
          <p id={`${id}${index}`}>{group.label}</p>
          <ul aria-labelledby={`${id}${index}`}>
            {group.links.map(({ href, label, count, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                  {count !== undefined && <Waiting count={count} />}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** How many wait there; beyond a hundred they are not counted on. */
function Waiting({ count }: { count: number }) {
  return (
    <span className="count">
      {count > 99 ? '99+' : count}
      <span className="visually-hidden"> {m['shared.desk.waiting']()}</span>
    </span>
  )
}
