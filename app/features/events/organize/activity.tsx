import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listEventActivity } from '#app/features/events/domain/event-activity.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { formatDay, formatTime } from '#app/shared/time/format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { activitySentence } from './activity-sentence.ts'
import { eventFrame } from './event-frame.server.ts'
import { EventFrame, eventTitle } from './event-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['organize.event.activity'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'activity.read')
  const before = Number(new URL(request.url).searchParams.get('before'))
  const olderThan = Number.isSafeInteger(before) && before > 0 ? before : undefined
  const { entries, olderThan: next } = await listEventActivity(event.id, olderThan)
  return data({ frame, timeZone: event.timeZone, entries, next, isFirst: olderThan === undefined })
}

export default function Activity() {
  const { frame, timeZone, entries, next, isFirst } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const address = `/organize/events/${frame.slug}/activity`
  const days = new Map<string, typeof entries>()
  for (const entry of entries) {
    const day = formatDay(entry.at, timeZone, locale)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <EventFrame event={frame} current="activity" title={m['organize.event.activity']()}>
      {entries.length === 0 && <EmptyState title={m['organize.activity.none']()} />}
      {[...days].map(([day, done]) => (
        <section key={day} className="chapter">
          <h2 className="title-s">{day}</h2>
          <ul className="stack tight">
            {done.map((entry) => (
              <li key={entry.id}>
                <time className="faint figures" dateTime={entry.at.toISOString()}>
                  {formatTime(entry.at, timeZone, locale)}
                </time>{' '}
                {activitySentence(entry)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pager previous={isFirst ? null : address} next={next === null ? null : `${address}?before=${next}`} />
    </EventFrame>
  )
}
