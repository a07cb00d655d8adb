import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { AgendaTabs } from '#app/features/agenda/organize/agenda-tabs.tsx'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/features/events/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { absolute } from '#app/shared/http/page-head.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { keepImport } from '../domain/import-agenda.server.ts'
import { importLimits, Unreadable } from '../domain/imported-agenda.ts'
import { readAgenda } from '../domain/read-files.ts'
import { Exports } from './exports.tsx'
import { unreadableWords } from './import-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['exchange.import.title'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  return data({ frame, isPublic: event.publishedAt !== null, origin: absolute(''), locale: ctx.locale })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const form = await request.formData().catch(() => {
    throw new Refusal('form-unreadable', 'invalid')
  })
  const pasted = String(form.get('text') ?? '')
  const files = form.getAll('file').filter((one): one is File => one instanceof File && one.size > 0)
  const isNothing = files.length === 0 && !pasted.trim()
  if (isNothing) return data({ fault: m['exchange.import.fault-nothing'](), text: '' }, { status: 400 })
  try {
    if (files.reduce((sum, file) => sum + file.size, pasted.length) > importLimits.bytes)
      throw new Unreadable('too-large')
    const texts = await Promise.all(files.map(textOf))
    const firstDay = localOfInstant(event.startsAt, event.timeZone).slice(0, 10)
    const agenda = readAgenda(pasted.trim() ? [pasted, ...texts] : texts, firstDay)
    const fileName = files
      .map((file) => file.name)
      .join(', ')
      .slice(0, 200)
    const importId = await keepImport(ctx, { eventId: event.id, agenda, fileName })
    return redirect(`/organize/events/${event.slug}/agenda/import/${importId}`, 303)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return data({ fault: unreadableWords(error.code, error.detail), text: pasted }, { status: 400 })
  }
}

/** Files of other systems may be in UTF-16 or in an old encoding of the West; what is not UTF-8 is read as that. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export default function Import() {
  const { frame, isPublic, origin, locale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <EventFrame event={frame} current="agenda" title={m['exchange.import.title']()}>
      <AgendaTabs event={frame.slug} current="import" />
      <p className="measure soft">{m['exchange.import.lead']()}</p>
      {refused && <Notice tone="problem" live title={refused.fault} />}
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
    </EventFrame>
  )
}
