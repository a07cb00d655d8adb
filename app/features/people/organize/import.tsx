import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/features/events/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { importPeople, previewPeople } from '../domain/import-people.server.ts'
import { ImportPreview } from './import-preview.tsx'
import { importView } from './import-view.server.ts'
import { PeopleTabs } from './people-tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['people.import.title'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { frame } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  return { frame }
}

/** First the preview of what was sent; when that is sent again with `apply`, it is done and shown once more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  const form = await request.formData().catch(() => null)
  const text = await textOf(form)
  const input = { eventId: event.id, text }
  try {
    const done = form?.get('apply') === 'yes' ? await importPeople(ctx, input) : null
    const { plan, ignored } = await previewPeople(ctx, input)
    return data({ text, problem: null, done, view: importView(plan, ignored) })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
    return data({ text, problem: error.code, done: null, view: null }, { status: 400 })
  }
}

async function textOf(form: FormData | null): Promise<string> {
  const [file, typed] = [form?.get('file'), form?.get('text')]
  if (!(file instanceof File) || file.size === 0) {
    return typeof typed === 'string' ? typed.replaceAll('\0', '') : ''
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Excel's “Unicode text” is UTF-16 with a mark in front.
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '')
  } catch {
    throw new Refusal('people-import-encoding', 'invalid')
  }
}

const problems: Record<string, () => string> = {
  'people-import-empty': m['shared.refusal.people-import-empty'],
  'people-import-too-many': m['shared.refusal.people-import-too-many'],
}

export default function Import() {
  const { frame } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const address = `/organize/events/${frame.slug}/people/import`
  const problem = sent?.problem && problems[sent.problem]
  return (
    <EventFrame event={frame} current="people" title={m['people.import.title']()}>
      <PeopleTabs event={frame.slug} current="import" />
      {sent?.done && (
        <Notice tone="success" live title={m['people.import.done']()}>
          <p>{m['people.import.done-words']({ added: sent.done.added, filled: sent.done.filled })}</p>
        </Notice>
      )}
      {problem && <Notice tone="problem" live title={problem()} />}
      {sent?.view ? (
        <ImportPreview view={sent.view} text={sent.text} address={address} isDone={sent.done !== null} />
      ) : (
        <form method="post" action={address} encType="multipart/form-data" className="form">
          <p className="soft measure">{m['people.import.lead']()}</p>
          <TextField
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            label={m['people.import.file']()}
            hint={m['people.import.file-hint']()}
          />
          <TextArea
            name="text"
            label={m['people.import.text']()}
            hint={m['people.import.text-hint']()}
            rows={10}
            defaultValue={sent?.text ?? ''}
          />
          <p className="action-bar">
            <Button>{m['people.import.preview']()}</Button>
          </p>
        </form>
      )}
      {sent?.done && (
        <p>
          <ButtonLink href={`/organize/events/${frame.slug}/people`}>{m['people.tab.list']()}</ButtonLink>
        </p>
      )}
    </EventFrame>
  )
}
