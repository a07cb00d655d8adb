import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { deskView } from './event-frame.server.ts'
import { DeskFrame } from './event-frame.tsx'
import { useStandsAlone } from './use-desk.ts'

// The frame comes with the document: a page that fetches itself anew while it is open leaves it as it is.
export const shouldRevalidate = () => false

/** What stands around every page of organizers. It guards none of them: each does so itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return deskView(request, params.event)
}

export default function Desk() {
  const desk = useLoaderData<typeof loader>()
  const standsAlone = useStandsAlone()
  if (standsAlone) return <Outlet />
  return (
    <DeskFrame desk={desk}>
      <Outlet />
    </DeskFrame>
  )
}
