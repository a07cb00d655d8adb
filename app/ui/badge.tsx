import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A short word that sorts a thing: a kind, a category, a role. States take StateMark. */
export function Badge({ accent = false, children }: { accent?: boolean; children: ReactNode }) {
  return <span className={classNames('badge', accent && 'badge-accent')}>{children}</span>
}
