import { Outlet, useLocation, useRouteError } from '@remix-run/react'
import { siteTitle } from '#app/shared/pages/shown-error.ts'
import { usePersonalEvent } from './personal-frame.tsx'
import { RefusedPage, RefusedText } from './refused-page.tsx'

export const meta = siteTitle

export default function PersonalErrors() {
  return <Outlet />
}

/** What happened, told inside the frame of the personal link, with the way back to its page. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname } = useLocation()
  if (!usePersonalEvent()) return <RefusedPage error={error} />
  return <RefusedText error={error} own={pathname.split('/').slice(0, 3).join('/')} />
}
