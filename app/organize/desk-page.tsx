import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DoneNotice } from '#app/ui/done-notice.tsx'
import { Notice } from '#app/ui/notice.tsx'

type DeskPageProps = {
  title: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  /** What must be known before all else, above the title. */
  banner?: ReactNode
  children: ReactNode
}

/** A page inside the frame of the desk: its title, what was just done or refused, and the work. */
export function DeskPage({ title, actions, banner, children }: DeskPageProps) {
  const refusal = (useActionData() as { refusal?: unknown } | undefined)?.refusal
  return (
    <>
      {banner}
      <div className="desk-title">
        <h1>{title}</h1>
        {actions && <div className="cluster snug">{actions}</div>}
      </div>
      <DoneNotice />
      {typeof refusal === 'string' && (
        <Notice tone="problem" live>
          {refusal}
        </Notice>
      )}
      {children}
    </>
  )
}
