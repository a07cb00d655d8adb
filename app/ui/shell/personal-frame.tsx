import type { ReactNode } from 'react'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Translated } from '../texts/translated.tsx'
import { PublicPage } from './page-shell.tsx'

type PersonalFrameProps = {
  path: string
  event: { title: TranslatedText; accent: string }
  title: string
  children: ReactNode
}

/** The frame of the pages behind a personal link, an attendee's or a speaker's; the language links show, and change nothing. */
export function PersonalFrame({ path, event, title, children }: PersonalFrameProps) {
  return (
    <PublicPage languages={{ vi: `${path}?lang=vi`, en: `${path}?lang=en` }} accent={event.accent}>
      <div className="attendee stack loose">
        <header className="stack tight">
          <p className="label">{title}</p>
          <h1 className="title-l">
            <Translated value={event.title} as="span" />
          </h1>
        </header>
        {children}
      </div>
    </PublicPage>
  )
}
