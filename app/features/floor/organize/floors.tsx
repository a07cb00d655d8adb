import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listFloors } from '../domain/floor.server.ts'
import { FloorSwitch } from './floor-switch.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['floor.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'live.run')
  const floors = await listFloors(event.id)
  return data({ zone: event.timeZone, floors: floors.filter((one) => one.kind !== 'break') })
}

export default function Floors() {
  const frame = useEventFrame()
  const { zone, floors } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const address = `/organize/events/${frame.slug}/floor`
  return (
    <DeskPage title={m['floor.title']()}>
      <div className="stack">
        <p className="measure">{m['floor.desk.lead']()}</p>
        {floors.length === 0 && <EmptyState title={m['floor.desk.no-sessions']()} />}
        <ul className="floor-list">
          {floors.map(({ sessionId, title, startsAt, code, closedAt, waiting }) => (
            <li key={sessionId} className="stack snug">
              <h2 className="title-s">
                <Translated value={title} />
              </h2>
              {startsAt && <p className="small soft">{formatDateTime(new Date(startsAt), zone, locale)}</p>}
              <p className="cluster">
                <FloorMark code={code} closedAt={closedAt} />
                {waiting > 0 && <strong>{m['floor.desk.waiting']({ count: waiting })}</strong>}
              </p>
              <div className="cluster">
                <FloorSwitch address={`${address}/${sessionId}`} code={code} closedAt={closedAt} />
                {code && <a href={`${address}/${sessionId}`}>{m['floor.desk.see']()}</a>}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </DeskPage>
  )
}

type MarkProps = { code: string | null; closedAt: unknown }

export function FloorMark({ code, closedAt }: MarkProps) {
  if (!code) return <StateMark tone="plain">{m['floor.desk.is-off']()}</StateMark>
  if (closedAt) return <StateMark tone="calm">{m['floor.desk.is-closed']()}</StateMark>
  return <StateMark tone="good">{m['floor.desk.is-open']()}</StateMark>
}
