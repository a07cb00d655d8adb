import type { ReactNode } from 'react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { EventState } from '#app/organize/event-frame.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { type InitiativeTab, InitiativeTabs } from '#app/organize/tabs/initiative-tabs.tsx'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { InitiativeDeskView } from './initiative-desk.server.ts'

type Props = {
  desk: InitiativeDeskView
  current: InitiativeTab
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page of an initiative's desk: what can be taken back, which initiative it is, its parts, and the work. */
export function InitiativeFrame({ desk, current, title, actions, children }: Props) {
  return (
    <DeskPage
      title={title}
      actions={actions}
      banner={
        <>
          {desk.acts.length > 0 && <OpenActs acts={desk.acts} timeZone={null} />}
          <p className="cluster small">
            <a className="breadcrumb" href={`/organize/initiatives/${desk.slug}`}>
              {textIn(desk.name, getLocale())}
            </a>
            <EventState published={desk.published} cancelled={false} />
          </p>
        </>
      }
    >
      <InitiativeTabs slug={desk.slug} current={current} />
      {children}
    </DeskPage>
  )
}

/** The document's title: what is done, and at which initiative. */
export function initiativeTitle(title: string, name: TranslatedText | undefined) {
  return [{ title: name ? `${title} · ${textIn(name, getLocale())}` : title }]
}
