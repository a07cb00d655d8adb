import { Buffer } from 'node:buffer'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listRooms } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import type { OrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { postedFields, readFields } from '#app/shared/forms/read-form.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { tableChoices } from '#app/shared/tables/table-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import {
  type AgendaSource,
  isTableName,
  pastedSource,
  readAnew,
  sourceOfBytes,
} from '../domain/agenda-source.server.ts'
import { getImport, keepImport } from '../domain/import-agenda.server.ts'
import { importLimits, Unreadable } from '../domain/imported-agenda.ts'
import { agendaFields } from '../domain/read/agenda-columns.ts'
import { readAgenda } from '../domain/read/read-files.ts'
import { Exports } from './exports.tsx'
import { uploadSchema } from './import.schema.ts'
import { unreadableText } from './import-labels.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['exchange.import.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  return data({ isPublic: event.publishedAt !== null, origin: absolute(''), locale: ctx.locale })
}

/** Reads what was sent, or a table that was sent before in the way that was chosen, and leads to its preview. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const fields = await postedFields(request)
  const form = readFields(fields, uploadSchema)
  const files = fields.getAll('file').filter((one): one is File => one instanceof File && one.size > 0)
  const pasted = String(form.values.text ?? '')
  const refused = (fault: string, from = '') => data({ fault, text: pasted, from }, { status: 400 })
  if (!form.ok) return refused(m['shared.refusal.form-unreadable']())
  const { from = '', encoding = null, dateOrder, epoch } = form.data
  if (!from && files.length === 0 && !pasted.trim()) return refused(m['exchange.import.fault-nothing']())
  try {
    if (files.reduce((sum, file) => sum + file.size, pasted.length) > importLimits.bytes)
      throw new Unreadable('too-large')
    const before = from ? await getImport(event.id, from) : null
    const kept = before?.source ?? null
    const sources = kept ? [readAnew(kept, encoding)] : await sourcesOf(pasted, files)
    const fileName = sources
      .flatMap((one) => one.fileName || [])
      .join(', ')
      .slice(0, 200)
    const agenda = readAgenda(
      sources.map(({ text }) => text),
      {
        firstDay: localOfInstant(event.startsAt, event.timeZone).slice(0, 10),
        timeZone: event.timeZone,
        places: await placesOf(event),
        names: sources.map((one) => one.fileName || m['exchange.import.pasted']()),
        isText: kept !== null && before?.format === 'text',
        isTable: kept !== null || sources.every((one) => isTableName(one.fileName)),
        choices: {
          ...tableChoices(form.data, agendaFields),
          ...(dateOrder && { dateOrder }),
          ...(epoch && { epoch }),
        },
      },
    )
    const [source = null] = agenda.table || agenda.dates ? sources : []
    const importId = await keepImport(ctx, { eventId: event.id, agenda, fileName, source })
    return redirect(`/organize/events/${event.slug}/agenda/import/${importId}`, 303)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return refused(unreadableText(error.code, error.detail), from)
  }
}

/** What the places of the event are called, in either language. */
async function placesOf({ id, venue }: OrganizedEvent): Promise<string[]> {
  const rooms = await listRooms(id)
  const names = [venue?.name, venue?.city, ...rooms.flatMap((room) => [room.name, room.venue])]
  return names.flatMap((name) => [name?.vi ?? '', name?.en ?? '']).filter(Boolean)
}

async function sourcesOf(pasted: string, files: readonly File[]): Promise<AgendaSource[]> {
  const read = await Promise.all(
    files.map(async (file) => sourceOfBytes(Buffer.from(await file.arrayBuffer()), file.name)),
  )
  return pasted.trim() ? [pastedSource(pasted), ...read] : read
}

export default function Import() {
  const frame = useEventFrame()
  const { isPublic, origin, locale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['exchange.import.title']()}>
      <AgendaTabs event={frame.slug} current="import" />
      <p className="measure soft">
        {m['exchange.import.lead']()} {m['exchange.import.screenings-hint']()}
      </p>
      {refused && (
        <Notice tone="problem" live title={refused.fault}>
          {refused.from && (
            <a href={`/organize/events/${frame.slug}/agenda/import/${refused.from}`}>
              {m['exchange.import.back']()}
            </a>
          )}
        </Notice>
      )}
      <form method="post" encType="multipart/form-data" className="form">
        <TextField
          name="file"
          type="file"
          multiple
          accept=".json,.xml,.ics,.csv,.tsv,.txt"
          label={m['exchange.import.file']()}
          hint={m['exchange.import.file-hint']()}
        />
        <TextArea
          name="text"
          label={m['exchange.import.text']()}
          hint={m['exchange.import.text-hint']()}
          rows={12}
          defaultValue={refused?.text ?? ''}
        />
        <p>
          <Button>{m['exchange.import.preview']()}</Button>
        </p>
      </form>
      {isPublic && (
        <Exports slug={frame.slug} title={textIn(frame.title, locale)} origin={origin} locale={locale} />
      )}
    </DeskPage>
  )
}
