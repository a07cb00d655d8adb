import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type MarkTone = 'plain' | 'good' | 'care' | 'bad' | 'calm'

const shapeOf: Record<MarkTone, IconName> = {
  plain: 'bar',
  good: 'check',
  care: 'clock',
  bad: 'cross',
  calm: 'half',
}

type StateMarkProps = { tone?: MarkTone; shape?: IconName; children: ReactNode }

/** A state as a shape and a word: told apart without colour. */
export function StateMark({ tone = 'plain', shape = shapeOf[tone], children }: StateMarkProps) {
  return (
    <span className={classNames('mark', tone !== 'plain' && `mark-${tone}`)}>
      <Icon name={shape} />
      {children}
    </span>
  )
}
