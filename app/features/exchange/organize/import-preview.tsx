import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { AgendaTabs } from '#app/features/agenda/organize/agenda-tabs.tsx'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/features/events/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import type { Context } from '#app/shared/context.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatRange } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { getImport, previewImport } from '../domain/import-agenda.server.ts'
import type { ImportChoices } from '../domain/plan-import.ts'
import { choicesSchema } from './import.schema.ts'
import { choicesOf, noChoices } from './import-choices.server.ts'
import { PlannedRows, Questions } from './import-rows.tsx'
import { noteWords } from './import-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['exchange.import.preview-title'](), data?.frame)

type EventOfPage = { id: string; timeZone: string }

async function viewOf(ctx: Context, event: EventOfPage, importId: string, choices: ImportChoices) {
  const kept = await getImport(event.id, importId)
  const plan = await previewImport(event, kept.agenda, choices)
  const rows = plan.rows.map(({ row, what, title, unclear, fields }) => ({
    ...{ row, what, title, unclear },
    when:
      fields?.startsAt && fields.endsAt
        ? formatRange(new Date(fields.startsAt), new Date(fields.endsAt), event.timeZone, ctx.locale)
        : '',
    where: [fields?.room, fields?.track].filter(Boolean).join(' · '),
    people: (fields?.people ?? []).map((one) => one.name).join(', '),
    shown: fields ? textIn(fields.title, ctx.locale) : title,
  }))
  const { questions, newRooms, newTracks, newPeople } = plan
  return {
    importId,
    fileName: kept.fileName,
    isApplied: kept.appliedAt !== null,
    notes: kept.agenda.notes,
    choices,
    ...{ rows, questions, newRooms, newTracks },
    newPeople: newPeople.map((one) => one.name),
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  return data({ frame, view: await viewOf(ctx, event, params.import ?? '', noChoices) })
}

/** The same preview with what was decided so far. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const form = await readForm(request, choicesSchema)
  if (!form.ok) return refuse(form, { view: null })
  return data({ view: await viewOf(ctx, event, params.import ?? '', choicesOf(form.data)) })
}

export default function ImportPreview() {
  const { frame, view: first } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const view = again?.view ?? first
  const home = `/organize/events/${frame.slug}/agenda`
  const here = `${home}/import/${view.importId}`
  const todo = view.rows.filter((row) => row.what === 'new' || row.what === 'changed').length
  const isUtc = view.notes.includes('times-marked-utc')
  return (
    <EventFrame event={frame} current="agenda" title={m['exchange.import.preview-title']()}>
      <AgendaTabs event={frame.slug} current="import" />
      {view.isApplied && <Notice tone="info" title={m['exchange.import.applied']()} />}
      <form method="post" action={here} className="stack loose">
        <div className="stack snug">
          {view.notes.map((note) => (
            <Notice
              key={note}
              tone={note === 'times-without-zone' ? 'info' : 'warning'}
              title={noteWords(note)}
            >
              {note === 'times-marked-utc' && (
                <CheckboxField
                  name="readAsLocal"
                  label={m['exchange.import.as-local']()}
                  defaultChecked={view.choices.readAsLocal}
                />
              )}
            </Notice>
          ))}
          {!isUtc && view.choices.readAsLocal && <input type="hidden" name="readAsLocal" value="on" />}
        </div>
        {view.questions.length > 0 && <Questions questions={view.questions} />}
        <PlannedRows rows={view.rows} />
        <NewThings view={view} />
        {Object.entries(view.choices.people).map(([name, is]) => (
          <span key={name} hidden>
            <input type="hidden" name="who" value={name} />
            <input type="hidden" name="is" value={is} />
          </span>
        ))}
        <div className="cluster action-bar">
          <Button formAction={`${here}/application`} disabled={todo === 0}>
            {m['exchange.import.apply']({ count: todo })}
          </Button>
          <Button variant="quiet">{m['exchange.import.again']()}</Button>
          <ButtonLink href={`${home}/import`} variant="plain">
            {m['exchange.import.other']()}
          </ButtonLink>
        </div>
      </form>
    </EventFrame>
  )
}

function NewThings({ view }: { view: { newRooms: string[]; newTracks: string[]; newPeople: string[] } }) {
  const groups = [
    [m['exchange.import.new-rooms'](), view.newRooms],
    [m['exchange.import.new-tracks'](), view.newTracks],
    [m['exchange.import.new-people'](), view.newPeople],
  ] as const
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
