import type { ReactNode } from 'react'

type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg viewBox="0 0 72 72" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <circle cx="36" cy="36" r="18" />
        <circle cx="36" cy="36" r="31" strokeWidth="7" strokeLinecap="round" strokeDasharray="0 24.347" />
      </svg>
      <p className="title-s">{title}</p>
      {children && <div className="soft">{children}</div>}
      {action}
    </div>
  )
}
