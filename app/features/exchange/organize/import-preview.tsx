import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { choicesSchema } from './import.schema.ts'
import { choicesOf, readableChoices } from './import-choices.server.ts'
import { formatLabel } from './import-labels.ts'
import { ImportNotes } from './import-notes.tsx'
import { ChangedPeople } from './import-people.tsx'
import { ImportPlaces } from './import-places.tsx'
import { Questions } from './import-questions.tsx'
import { PlannedRows } from './import-rows.tsx'
import { ImportDates, ImportTable } from './import-table.tsx'
import { type ImportView, importView } from './import-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['exchange.import.preview-title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  return data({ view: await importView(ctx, event, params.import ?? '', null) })
}

/** The same preview with what was decided so far. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, choicesSchema)
  const choices = form.ok ? choicesOf(form.data) : readableChoices(form.values)
  const view = await importView(ctx, event, params.import ?? '', choices)
  return data({ view, isUnread: !form.ok }, form.ok ? 200 : 400)
}

export default function ImportPreview() {
  const frame = useEventFrame()
  const { view: first } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const view = sent?.view ?? first
  const home = `/organize/events/${frame.slug}/agenda`
  const here = `${home}/import/${view.importId}`
  const todo = view.rows.filter((row) => row.what === 'new' || row.what === 'changed').length
  const isPeople = view.people.some((one) => one.changes.length > 0)
  const isClash = [...view.rows, ...view.people].some((one) => one.clashes.length > 0)
  const isOpen = view.rows.some((row) => row.what === 'unclear' || row.what === 'kept')
  const isZoneless = view.notes.includes('times-without-zone')
  const name = view.fileName || m['exchange.import.pasted']()
  return (
    <DeskPage title={m['exchange.import.preview-title']()}>
      <AgendaTabs event={frame.slug} current="import" />
      {sent?.isUnread && <Notice tone="problem" live title={m['shared.refusal.form-unreadable']()} />}
      {view.table && (
        <ImportTable
          table={view.table}
          importId={view.importId}
          address={`${home}/import`}
          place={view.place}
        />
      )}
      {view.dates && (
        <ImportDates
          dates={view.dates}
          importId={view.importId}
          address={`${home}/import`}
          place={view.place}
        />
      )}
      <form method="post" action={here} className="stack loose">
        <div className="stack snug">
          <p className="soft">
            {m['exchange.import.source']({ name, format: formatLabel(view.format) })} ·{' '}
            {m['exchange.import.rows']({ count: view.rows.length })}
            <br />
            {isZoneless
              ? m['exchange.import.times-read']({ place: view.readPlace })
              : m['exchange.import.times-of']({ place: view.place })}
          </p>
          {view.appliedAt && (
            <Notice tone="success" title={m['exchange.import.applied']({ when: view.appliedAt })}>
              <a href={`${home}/list`}>{m['exchange.import.to-list']()}</a>
            </Notice>
          )}
          {todo === 0 && !isPeople && !isClash && (
            <Notice title={isOpen ? m['exchange.import.nothing-yet']() : m['exchange.import.nothing']()} />
          )}
          <ImportNotes view={view} settings={settingsFor(frame.slug, view)} otherFiles={`${home}/import`} />
        </div>
        {view.questions.length > 0 && (
          <Questions questions={view.questions} sameNames={view.choices.sameNames} />
        )}
        <ImportPlaces view={view} isNew={view.rows.some((row) => row.what === 'new')} />
        <ChangedPeople people={view.people} />
        <PlannedRows rows={view.rows} rooms={view.rooms} />
        <Around view={view} />
        <div className="cluster action-bar">
          {todo > 0 && (
            <Button formAction={`${here}/application`}>{m['exchange.import.apply']({ count: todo })}</Button>
          )}
          {todo === 0 && (isPeople || isClash) && (
            <Button formAction={`${here}/application`}>{m['exchange.import.decide']()}</Button>
          )}
          {(todo > 0 || isOpen || isPeople || isClash) && (
            <Button variant="quiet">{m['exchange.import.again']()}</Button>
          )}
          <ButtonLink href={`${home}/import`} variant="plain">
            {m['exchange.import.other']()}
          </ButtonLink>
        </div>
      </form>
    </DeskPage>
  )
}

/** The settings of the event with what the file asks of it filled in; null while the event fits. */
function settingsFor(
  slug: string,
  { offer, importId }: Pick<ImportView, 'offer' | 'importId'>,
): string | null {
  if (!offer) return null
  const { startsAt, endsAt, timeZone } = offer
  const asked = new URLSearchParams({ startsAt, endsAt, timeZone, import: importId })
  return `/organize/events/${slug}/settings?${asked}`
}

type AroundProps = Record<'newRooms' | 'newTracks' | 'newPeople' | 'left', string[]>

/** What the import makes beside sessions, and what of an earlier one it leaves alone. */
function Around({ view }: { view: AroundProps }) {
  const groups = [
    [m['exchange.import.new-rooms'](), view.newRooms],
    [m['exchange.import.new-tracks'](), view.newTracks],
    [m['exchange.import.new-people'](), view.newPeople],
    [m['exchange.import.left'](), view.left],
  ] as const
  if (groups.every(([, names]) => names.length === 0)) return null
  return (
    <div className="stack snug">
      {groups.map(
        ([label, names]) =>
          names.length > 0 && (
            <p key={label} className="measure">
              <strong>{label}</strong> {names.join(', ')}
            </p>
          ),
      )}
    </div>
  )
}
