import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getModeratorView } from '../domain/moderator-view.server.ts'
import { ModeratorPage } from '../moderator-page.tsx'
import { takeStep } from '../moderator-step.server.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['live.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const view = await getModeratorView(event.id, params.session ?? '', ctx.now)
  const { slug, timeZone, venue } = event
  return data({
    view,
    mayCatchUp: event.may('agenda.edit'),
    event: { slug, timeZone, city: venue?.city ?? {} },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const sessionId = params.session ?? ''
  await takeStep(ctx, { eventId: event.id, sessionId }, request)
  return redirect(`/organize/events/${event.slug}/live/${sessionId}`, 303)
}

export default function OrganizersModeratorPage() {
  const frame = useEventFrame()
  const { view, event, mayCatchUp } = useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/live/${view.session.id}`
  return (
    <DeskPage
      title={<Translated value={view.session.title} />}
      actions={
        <ButtonLink variant="quiet" href={`${address}/cues`}>
          {m['live.cue.edit']()}
        </ButtonLink>
      }
    >
      <a className="breadcrumb" href={`/organize/events/${frame.slug}/live`}>
        {m['live.title']()}
      </a>
      <ModeratorPage event={event} view={view} catchUp={mayCatchUp ? `${address}/catching-up` : null} />
    </DeskPage>
  )
}
