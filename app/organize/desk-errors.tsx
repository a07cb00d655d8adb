import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { RefusedPage, useOtherLanguages } from '#app/public/refused-page.tsx'
import { shownError, siteTitle } from '#app/shared/pages/shown-error.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { DeskPage } from './desk-page.tsx'
import { DeskFrame } from './event-frame.tsx'
import { type SignedOut, SignedOutForm } from './signed-out-form.tsx'
import { useDesk, useStandsAlone } from './use-desk.ts'

export const meta = siteTitle

export default function DeskErrors() {
  return <Outlet />
}

/** What happened, told inside the frame: the ways to everything else stay. */
export function ErrorBoundary() {
  const error = useRouteError()
  const desk = useDesk()
  const standsAlone = useStandsAlone()
  const languages = useOtherLanguages()
  const answer = isRouteErrorResponse(error) ? error : null
  const { signedOut, back } = (answer?.data ?? {}) as { signedOut?: SignedOut; back?: string }
  if (signedOut) {
    return (
      <PublicPage languages={languages}>
        <SignedOutForm signedOut={signedOut} />
      </PublicPage>
    )
  }
  if (!desk?.viewer) return <RefusedPage error={error} />
  const { title, sentence, status } = shownError(answer)
  const { event } = desk
  const page = (
    <DeskPage title={title}>
      <div className="stack narrow refusal" data-status={status}>
        <p>{sentence}</p>
        <p className="cluster">
          {back && <a href={back}>{m['shared.refusal.to-form']()}</a>}
          <a href={event ? `/organize/events/${event.slug}` : '/organize'}>
            {event ? m['organize.event.overview']() : m['organize.events.title']()}
          </a>
        </p>
      </div>
    </DeskPage>
  )
  return standsAlone ? <DeskFrame desk={desk}>{page}</DeskFrame> : page
}
