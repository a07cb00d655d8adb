import type { ReactNode } from 'react'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Props = {
  path: string
  event: { title: TranslatedText; accent: string }
  title: string
  children: ReactNode
}

/** The frame of the pages behind a personal link; the language links show, and change nothing. */
export function AttendeeFrame({ path, event, title, children }: Props) {
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
