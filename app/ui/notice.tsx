import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'problem'

const icons: Record<NoticeTone, IconName> = {
  info: 'note',
  success: 'check',
  warning: 'alert',
  problem: 'stop',
}

const texts = {
  info: () => m['shared.notice.info'](),
  success: () => m['shared.notice.success'](),
  warning: () => m['shared.notice.warning'](),
  problem: () => m['shared.notice.problem'](),
}

type NoticeProps = { tone?: NoticeTone; title?: ReactNode; live?: boolean; children?: ReactNode }

/** A message on the page; `live` has it read out when it appears after an action. */
export function Notice({ tone = 'info', title, live = false, children }: NoticeProps) {
  const role = live ? (tone === 'problem' ? 'alert' : 'status') : undefined
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div className="notice-body">
        <span className="visually-hidden">{texts[tone]()}: </span>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
