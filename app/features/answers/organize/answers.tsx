import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HeldMails, Proposals, RecentMails } from './answers-lists.tsx'
import { answersView } from './answers-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['answers.review.title'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  return data({ frame, ...(await answersView(event, ctx.locale)) })
}

export default function Answers() {
  const { frame, held, proposals, recent } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}`
  return (
    <EventFrame event={frame} current="answers" title={m['answers.review.title']()}>
      <p className="measure soft">{m['answers.review.lead']()}</p>
      {held.length === 0 && proposals.length === 0 && (
        <EmptyState title={m['answers.review.none']()}>{m['answers.review.none-hint']()}</EmptyState>
      )}
      {proposals.length > 0 && <Proposals proposals={proposals} home={home} />}
      {held.length > 0 && <HeldMails mails={held} home={home} />}
      {recent.length > 0 && <RecentMails mails={recent} />}
    </EventFrame>
  )
}
