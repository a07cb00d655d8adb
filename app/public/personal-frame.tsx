import { Outlet, useLoaderData, useLocation, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PersonalView } from './personal-link.server.ts'

type PersonalEvent = { title: TranslatedText; accent: string }

/** The routes that draw the frame; their loaders give a `PersonalView`. */
const frames = ['public/attendee-frame', 'public/speaking-frame']

/** The event of a personal link; nothing where the link opens nothing. */
export function usePersonalEvent(): PersonalEvent | null {
  const frame = useMatches().find(({ id }) => frames.includes(id))
  return (frame?.data as PersonalView | undefined)?.event ?? null
}

/** What stands around all pages behind a personal link. It guards none of them: each does so itself. */
export function PersonalPages() {
  const { event } = useLoaderData<PersonalView>()
  if (!event) return <Outlet />
  return (
    <PersonalFrame event={event}>
      <Outlet />
    </PersonalFrame>
  )
}

/** The frame of a page behind a personal link; the language links show, and change nothing. */
export function PersonalFrame({ event, children }: { event: PersonalEvent; children: ReactNode }) {
  const path = useLocation().pathname
  return (
    <PublicPage languages={{ vi: `${path}?lang=vi`, en: `${path}?lang=en` }} accent={event.accent}>
      <div className="attendee stack loose">{children}</div>
    </PublicPage>
  )
}

type PersonalPageProps = { event: { title: TranslatedText }; title: string; children: ReactNode }

/** A page inside the frame: what it is for, the event, and what can be done. */
export function PersonalPage({ event, title, children }: PersonalPageProps) {
  return (
    <>
      <header className="stack tight">
        <p className="label">{title}</p>
        <h1 className="title-l">
          <Translated value={event.title} as="span" />
        </h1>
      </header>
      {children}
    </>
  )
}
