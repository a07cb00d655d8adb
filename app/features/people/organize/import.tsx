import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { tableChoices } from '#app/shared/tables/table-form.ts'
import { tableSource } from '#app/shared/tables/table-source.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import { importPeople, previewPeople } from '../domain/import/import-people.server.ts'
import { peopleFields } from '../domain/import/people-columns.ts'
import { importSchema } from './import.schema.ts'
import { otherKindLabel } from './import-kinds.ts'
import { ImportPreview } from './import-preview.tsx'
import { importView } from './import-view.server.ts'
import { PeopleTabs } from './people-tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['people.import.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'people.edit')
  return null
}

/** First the preview of what was sent; when that is sent again with `apply`, it is done and shown once more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const form = await readForm(request, importSchema)
  if (!form.ok) {
    const text = typeof form.values.text === 'string' ? form.values.text : ''
    return data({ ...nothingRead, text, problem: 'form-unreadable' }, { status: 400 })
  }
  const { file, text, bytes, encoding = null, nameOrder, is: answers } = form.data
  const source = await tableSource({ file, text, bytes, encoding })
  const kept = { text: source.encoding ? '' : source.text, bytes: source.bytes }
  const choices = { ...tableChoices(form.data, peopleFields), ...(nameOrder && { nameOrder }) }
  const input = { eventId: event.id, text: source.text, choices, answers }
  try {
    const done = form.data.apply === 'yes' ? await importPeople(ctx, input) : null
    const said = done ? {} : answers
    const view = importView(await previewPeople(ctx, { ...input, answers: said }), source, said, ctx.locale)
    return data({ ...nothingRead, ...kept, done, view })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
    const problem = error.code
    // Bytes that are no list are of no use in the form that follows.
    if (problem === 'people-import-other-kind') {
      const otherKind = String(error.details.kind)
      return data({ ...nothingRead, text: source.encoding ? '' : text, problem, otherKind }, { status: 400 })
    }
    return data({ ...nothingRead, ...kept, problem }, { status: 400 })
  }
}

const nothingRead = { text: '', bytes: '', problem: null, otherKind: '', done: null, view: null }

const problems: Record<string, () => string> = {
  'form-unreadable': m['shared.refusal.form-unreadable'],
  'people-import-empty': m['shared.refusal.people-import-empty'],
  'people-import-other-kind': m['shared.refusal.people-import-other-kind'],
  'people-import-too-many': m['shared.refusal.people-import-too-many'],
}

export default function Import() {
  const frame = useEventFrame()
  const sent = useActionData<typeof action>()
  const address = `/organize/events/${frame.slug}/people/import`
  const problem = sent?.problem && (otherKindLabel(sent.otherKind) ?? problems[sent.problem])
  return (
    <DeskPage title={m['people.import.title']()}>
      <PeopleTabs event={frame.slug} current="import" />
      {sent?.done && (
        <Notice tone="success" live title={m['people.import.done']()}>
          <p>{m['people.import.done-words']({ added: sent.done.added, filled: sent.done.filled })}</p>
        </Notice>
      )}
      {problem && <Notice tone="problem" live title={problem()} />}
      {sent?.view ? (
        <ImportPreview
          view={sent.view}
          text={sent.text}
          bytes={sent.bytes}
          address={address}
          isDone={sent.done !== null}
        />
      ) : (
        <form method="post" action={address} encType="multipart/form-data" className="form">
          <p className="soft measure">{m['people.import.lead']()}</p>
          {sent?.bytes && <input type="hidden" name="bytes" value={sent.bytes} />}
          <TableSource
            fileHint={m['people.import.file-hint']()}
            hint={m['people.import.text-hint']()}
            text={sent?.text ?? ''}
            rows={10}
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
    </DeskPage>
  )
}
