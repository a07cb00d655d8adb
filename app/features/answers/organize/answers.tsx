import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HeldMails, Proposals, RecentMails } from './answers-lists.tsx'
import { answersView } from './answers-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['answers.review.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  return data(await answersView(event, ctx.locale))
}

export default function Answers() {
  const frame = useEventFrame()
  const { held, proposals, recent } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}`
  return (
    <DeskPage title={m['answers.review.title']()}>
      <p className="measure soft">{m['answers.review.lead']()}</p>
      {held.length === 0 && proposals.length === 0 && (
        <EmptyState title={m['answers.review.none']()}>{m['answers.review.none-hint']()}</EmptyState>
      )}
      {proposals.length > 0 && <Proposals proposals={proposals} home={home} />}
      {held.length > 0 && <HeldMails mails={held} home={home} />}
      {recent.length > 0 && <RecentMails mails={recent} />}
    </DeskPage>
  )
}
