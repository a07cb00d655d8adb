import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { afterEdits, type DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { formatTime } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { endBeyondEvent, minutesLate, waysToCatchUp } from '../domain/catch-up.ts'
import { getLive } from '../domain/live-now.server.ts'
import type { LiveSession } from '../domain/live-state.ts'
import { asDrafted, catchUpLines } from './catch-up-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['live.late.title'](), matches)

const wayNames = {
  shorten: () => m['live.late.shorten'](),
  'drop-break': () => m['live.late.drop-break'](),
  push: () => m['live.late.push'](),
}

async function overrun(eventId: string, sessionId: string, now: Date) {
  const [live, draft] = await Promise.all([getLive(eventId, now), listDraftSessions(eventId)])
  const session = live.sessions.find((one) => one.id === sessionId)
  if (!session) throw new Refusal('session-not-published', 'missing')
  const at = now.getTime()
  const drafted = asDrafted(session, draft)
  const begun = new Set(live.sessions.filter((one) => one.startedAt !== null).map((one) => one.id))
  const ways = waysToCatchUp(drafted, draft, { now: at, begun })
  const late = (of: LiveSession) => (of.endedAt === null ? minutesLate(of, at) : 0)
  return { session, draft, ways, late: late(drafted), isInDraft: late(session) > 0 && late(drafted) <= 0 }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { session, draft, ways, late, isInDraft } = await overrun(event.id, params.session ?? '', ctx.now)
  const beyond = (sessions: readonly DraftSession[]) => {
    const end = endBeyondEvent(sessions, event.endsAt.toISOString())
    return end && { end, local: localOfInstant(new Date(end), event.timeZone) }
  }
  const names = new Map(session.turns.map((turn) => [turn.personId, turn.name]))
  const done = new URL(request.url).searchParams.has('done')
  return data({
    done,
    late,
    isInDraft,
    session: { id: session.id, title: session.title },
    eventEnd: { at: event.endsAt.toISOString(), zone: event.timeZone },
    beyond: beyond(draft),
    ways: ways.map((way) => ({
      kind: way.kind,
      beyond: beyond(afterEdits(draft, way.edits)),
      lines: catchUpLines(way, draft, { zone: event.timeZone, locale: ctx.locale, names }),
    })),
  })
}

// Which ways there are is known only when they are worked out.
const waySchema = z.object({ way: z.string().check(z.maxLength(100)) })

/** Does what the preview showed, worked out anew: minutes have gone by since. It can be published with its notices. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, waySchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const sessionId = params.session ?? ''
  const { ways } = await overrun(event.id, sessionId, ctx.now)
  const way = ways.find((one) => one.kind === form.data.way)
  if (!way) throw new Refusal('catch-up-gone', 'state')
  const edited = await editDraft(ctx, { eventId: event.id, edits: way.edits })
  if (!edited.done) throw new Refusal('saved-by-other', 'state')
  return redirect(`/organize/events/${event.slug}/live/${sessionId}/catching-up?done`, 303)
}

export default function CatchingUp() {
  const frame = useEventFrame()
  const { session, ways, late, done, isInDraft, beyond, eventEnd } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}`
  const settings = (end: Beyond) => `${home}/settings?endsAt=${encodeURIComponent(end.local)}`
  return (
    <DeskPage title={m['live.late.title']()}>
      <a className="breadcrumb" href={`${home}/live/${session.id}`}>
        <Translated value={session.title} />
      </a>
      <div className="stack loose">
        {(done || isInDraft) && (
          <Notice tone="success" live title={done ? m['live.late.done']() : m['live.late.in-draft']()}>
            {beyond ? (
              <BeyondEvent event={eventEnd} end={beyond} settings={settings(beyond)} />
            ) : (
              <p>{m['live.late.done-next']()}</p>
            )}
            <p>
              <ButtonLink href={`${home}/agenda/publication`}>{m['live.late.publish']()}</ButtonLink>
            </p>
          </Notice>
        )}
        {late > 0 && <p className="lede">{m['live.room.late']({ count: late })}</p>}
        {ways.length === 0 && !done && !isInDraft && (
          <EmptyState title={late > 0 ? m['live.late.no-way']() : m['live.late.none']()} />
        )}
        {ways.map(({ kind, lines, beyond: end }) => (
          <section key={kind} className="ticket stack" aria-labelledby={kind}>
            <h2 className="title-s" id={kind}>
              {wayNames[kind]()}
            </h2>
            <ul className="stack snug">
              {lines.map((line) => (
                <li key={line.id}>
                  <strong>{line.title}</strong>
                  <br />
                  <span className="soft">{line.change}</span>
                </li>
              ))}
            </ul>
            {end && <BeyondEvent event={eventEnd} end={end} settings={settings(end)} />}
            <form method="post">
              <Button name="way" value={kind} variant="quiet">
                {m['live.late.apply']()}
              </Button>
            </form>
          </section>
        ))}
      </div>
    </DeskPage>
  )
}

type Beyond = { end: string; local: string }
type BeyondEventProps = { event: { at: string; zone: string }; end: Beyond; settings: string }

/** Publishing refuses sessions outside their event: said before, with the way out beside it. */
function BeyondEvent({ event, end, settings }: BeyondEventProps) {
  const locale = getLocale()
  const clock = (at: string) => formatTime(new Date(at), event.zone, locale)
  return (
    <Notice tone="warning" title={m['live.late.beyond']({ end: clock(end.end), event: clock(event.at) })}>
      <p>{m['live.late.beyond-next']()}</p>
      <p>
        <a href={settings}>{m['live.late.event-longer']({ end: clock(end.end) })}</a>
      </p>
    </Notice>
  )
}
