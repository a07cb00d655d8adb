import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '../button.tsx'

type PagerProps = {
  previous?: string | null | undefined
  next?: string | null | undefined
  children?: ReactNode
}

/** Ways to the rows before and after; nothing when all rows are in sight. `children` says where one is. */
export function Pager({ previous, next, children }: PagerProps) {
  if (!previous && !next && !children) return null
  return (
    <nav className="pager" aria-label={m['shared.pager.label']()}>
      <p className="faint figures">{children}</p>
      <div className="pager-links">
        {previous && (
          <ButtonLink variant="quiet" href={previous} rel="prev">
            {m['shared.pager.previous']()}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink variant="quiet" href={next} rel="next">
            {m['shared.pager.next']()}
          </ButtonLink>
        )}
      </div>
    </nav>
  )
}
