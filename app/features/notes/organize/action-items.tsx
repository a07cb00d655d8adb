import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listActions, setActionDone } from '../domain/actions.server.ts'
import { actionStepSchema } from './actions.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['notes.actions.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const today = localOfInstant(ctx.now, event.timeZone).slice(0, 10)
  const actions = await listActions(event.id)
  return data({
    actions: actions.map(({ id, text, ownerPersonName, ownerName, dueOn, doneAt, canBeReached }) => ({
      id,
      text,
      dueOn,
      canBeReached,
      isDone: doneAt !== null,
      owner: ownerPersonName || ownerName,
      isLate: doneAt === null && dueOn !== null && dueOn < today,
    })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const form = await readForm(request, actionStepSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  const { action: noteId, done } = form.data
  await setActionDone(ctx, { eventId: event.id, noteId, isDone: done === 'yes' })
  return redirect(`/organize/events/${event.slug}/actions`, 303)
}

export default function Actions() {
  const { actions } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['notes.actions.title']()}>
      <p className="measure soft">{m['notes.actions.lead']()}</p>
      {actions.length === 0 ? (
        <EmptyState title={m['notes.actions.none']()}>{m['notes.actions.none-next']()}</EmptyState>
      ) : (
        <DataTable
          caption={m['notes.actions.title']()}
          captionHidden
          columns={columns()}
          rows={actions}
          rowKey={(row) => row.id}
        />
      )}
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['actions'][number]

function columns(): Column<Row>[] {
  const locale = getLocale()
  const day = (iso: string) => formatDay(new Date(`${iso}T12:00:00Z`), 'UTC', locale)
  return [
    {
      key: 'text',
      header: m['notes.kind.action'](),
      names: true,
      cell: ({ text }) => <Translated value={text} />,
    },
    {
      key: 'owner',
      header: m['notes.actions.owner'](),
      cell: ({ owner, canBeReached }) => (
        <>
          {owner || m['notes.actions.nobody']()}
          {owner && !canBeReached && <span className="small soft"> {m['notes.actions.unreachable']()}</span>}
        </>
      ),
    },
    { key: 'due', header: m['notes.actions.due'](), cell: ({ dueOn }) => (dueOn ? day(dueOn) : '–') },
    {
      key: 'state',
      header: m['notes.actions.state'](),
      cell: ({ isDone, isLate }) =>
        isDone ? (
          <StateMark tone="good">{m['notes.words.done']()}</StateMark>
        ) : isLate ? (
          <StateMark tone="bad" shape="alert">
            {m['notes.actions.late']()}
          </StateMark>
        ) : (
          <StateMark tone="care">{m['notes.actions.open']()}</StateMark>
        ),
    },
    {
      key: 'step',
      header: m['notes.actions.step'](),
      actions: true,
      cell: ({ id, text, isDone }) => {
        const label = isDone ? m['notes.actions.reopen']() : m['notes.words.mark-done']()
        return (
          <form method="post">
            <input type="hidden" name="action" value={id} />
            <Button
              name="done"
              value={isDone ? 'no' : 'yes'}
              variant="plain"
              aria-label={`${label}: ${textIn(text, locale)}`}
            >
              {label}
            </Button>
          </form>
        )
      },
    },
  ]
}
