import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { clockOf } from '#app/features/agenda/domain/day-clock.ts'
import { findDraftChange } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { listRooms } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { previewPublication } from '#app/features/publishing/domain/preview-publication.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { clockInput } from '#app/ui/fields/clock-input.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { ClashList } from '../list/clash-list.tsx'
import { clashesOfSession, getDraftSession } from '../session/session-page.server.ts'
import { isTimed, presses } from './movable.ts'
import { moveOf } from './move-session.server.ts'
import { movingSchema } from './moving.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.moving.title'](), matches)

async function movable(eventId: string, sessionId: string | undefined) {
  const { session, sessions } = await getDraftSession(eventId, sessionId ?? '')
  if (!isTimed(session)) throw new Refusal('session-missing', 'missing')
  return { session, sessions }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { session, sessions } = await movable(event.id, params.session)
  const [rooms, people] = await Promise.all([listRooms(event.id), listPeopleChoices(ctx, event.id)])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const { id, title, startsAt, endsAt, roomId } = session
  return data({
    session: { id, title, startsAt, endsAt, roomId: roomId ?? '', clock: clockOf(startsAt, event.timeZone) },
    zone: event.timeZone,
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    clashes: await clashesOfSession(event.id, session, sessions, names),
    moved: await whatMoved(ctx, event.id, id, new URL(request.url).searchParams.get('moved')),
  })
}

/** What was just moved: where it stood, and who will be mailed once the draft is published. */
async function whatMoved(ctx: Context, eventId: string, sessionId: string, number: string | null) {
  if (!/^[1-9]\d{0,14}$/.test(number ?? '')) return null
  const change = await findDraftChange(eventId, Number(number))
  const edit = change?.edits.find((one) => one.sessionId === sessionId && one.kind === 'edit')
  if (!change || edit?.kind !== 'edit') return null
  const { mails } = await previewPublication(ctx, { eventId })
  return {
    change: change.id,
    wasAt: edit.was.startsAt ?? null,
    mailed: [...new Set(mails.map(({ recipientName, recipientEmail }) => recipientName || recipientEmail))],
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, movingSchema)
  if (!form.ok) return refuse(form)
  const { session } = await movable(event.id, params.session)
  const page = `/organize/events/${event.slug}/agenda/moving/${session.id}`
  const late = () => refuse(refuseField(form, 'form', 'shared.refusal.saved-by-other'), {}, 409)
  if (form.data.seen !== session.startsAt) return late()
  const edits = moveOf(session, form.data, event.timeZone)
  if (edits === 'time') return refuse(refuseField(form, 'start', 'organize.form.time-invalid'))
  if (edits.length === 0) return nothingChanged(page)
  const edited = await editDraft(ctx, { eventId: event.id, edits })
  return edited.done ? redirect(`${page}?moved=${edited.changeId}`, 303) : late()
}

/** One session moved with one thumb: some minutes, or another time or room; then told to those it concerns. */
export default function MoveSession() {
  const frame = useEventFrame()
  const { session, zone, rooms, clashes, moved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}`
  return (
    <DeskPage title={<Translated value={session.title} />}>
      <a className="breadcrumb" href={`${home}/agenda/moving`}>
        {m['agenda.moving.title']()}
      </a>
      <FaultList errors={refused?.errors} />
      <p className="lede">
        <TimeRange start={session.startsAt} end={session.endsAt} zone={zone} />
      </p>
      {moved && !refused && <Moved moved={moved} home={home} sessionId={session.id} zone={zone} />}
      {clashes.length > 0 && (
        <section className="stack snug" aria-labelledby="clashes">
          <h2 className="title-s" id="clashes">
            {m['agenda.clash.title']()}
          </h2>
          <ClashList clashes={clashes} home={home} here={session.id} />
        </section>
      )}
      <form method="post" className="stack snug" aria-label={m['agenda.moving.by']()}>
        <input type="hidden" name="seen" value={session.startsAt} />
        <div className="moving-presses">
          {presses.map((by) => (
            <Button key={by} name="by" value={by} variant="quiet">
              {by < 0
                ? m['agenda.moving.earlier']({ minutes: -by })
                : m['agenda.moving.minutes']({ minutes: by })}
            </Button>
          ))}
        </div>
      </form>
      <PlaceForm key={session.startsAt} session={session} rooms={rooms} typed={refused?.values} />
    </DeskPage>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type PlaceFormProps = Pick<Page, 'session' | 'rooms'> & { typed: Record<string, unknown> | undefined }

function PlaceForm({ session, rooms, typed }: PlaceFormProps) {
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="seen" value={session.startsAt} />
      <div className="pair">
        <TextField
          {...clockInput()}
          name="start"
          label={m['editor.field.start']()}
          defaultValue={String(typed?.start ?? session.clock)}
        />
        <SelectField
          name="room"
          label={m['editor.field.room']()}
          placeholder={m['editor.no-room']()}
          options={rooms.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) }))}
          defaultValue={String(typed?.room ?? session.roomId)}
        />
      </div>
      <p>
        <Button>{m['agenda.moving.move']()}</Button>
      </p>
    </form>
  )
}

type MovedProps = { moved: NonNullable<Page['moved']>; home: string; sessionId: string; zone: string }

/** Readers and those in the session hear of it by publishing; until then it can be taken back without a word. */
function Moved({ moved, home, sessionId, zone }: MovedProps) {
  const { change, wasAt, mailed } = moved
  return (
    <Notice tone="success" live title={m['agenda.moving.moved']()}>
      {wasAt && <p>{m['agenda.moving.was']({ time: clockOf(wasAt, zone) })}</p>}
      <p>
        {mailed.length === 0
          ? m['agenda.moving.nobody']()
          : m['agenda.moving.mailed']({ count: mailed.length, names: mailed.slice(0, 8).join(', ') })}
      </p>
      <div className="cluster">
        <ButtonLink href={`${home}/agenda/publication`}>{m['agenda.moving.publish']()}</ButtonLink>
        <form method="post" action={`${home}/agenda/sessions/${sessionId}/undo`}>
          <input type="hidden" name="change" value={change} />
          <input type="hidden" name="back" value="moving" />
          <Button variant="quiet">{m['acts.undo']()}</Button>
        </form>
      </div>
    </Notice>
  )
}
