import { isRouteErrorResponse, Outlet, useLocation, useRouteError } from '@remix-run/react'
import { siteTitle } from '#app/shared/pages/shown-error.ts'
import { type EventPageHead, PublicEventPage } from './public-event-page.tsx'
import { RefusedPage, RefusedText } from './refused-page.tsx'

export const meta = siteTitle

export default function EventErrors() {
  return <Outlet />
}

/** What happened, told under the event's own head: its parts stay in reach. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname } = useLocation()
  const data = isRouteErrorResponse(error) ? (error.data as { event?: EventPageHead } | null) : null
  if (!data?.event) return <RefusedPage error={error} />
  return (
    <PublicEventPage event={data.event} path={pathname} current={null}>
      <RefusedText error={error} />
    </PublicEventPage>
  )
}
