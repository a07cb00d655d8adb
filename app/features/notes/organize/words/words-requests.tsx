import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData } from '@remix-run/react'
import * as z from 'zod/mini'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { askForWords, countRequests } from '#app/features/notes/domain/ask-for-words.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { rowId } from '#app/shared/forms/fields.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'

const requestsSchema = z.object({ people: z.array(rowId()) })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['notes.approvals.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'notes.approve')
  return null
}

/** Asks people by mail to confirm what was written down as theirs; more than one are shown before. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.approve')
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, requestsSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const personIds = form.data.people
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'words.asked' },
    answered,
    work: () => askForWords(ctx, { eventId: event.id, personIds }),
    admit: () => countRequests(event.id, personIds),
  })
  if (!performed.done) {
    const shown = { preview: performed.preview, people: personIds }
    return refuse({ ok: false, errors, values }, shown, previewStatus(errors))
  }
  const { asked, unreachable } = performed.result
  const query = new URLSearchParams([
    ['asked', String(asked)],
    ...unreachable.map((name) => ['unreachable', name]),
  ])
  return redirect(`/organize/events/${event.slug}/notes/approvals?${query}`, 303)
}

/** Where asking stops when it would mail more than one person. */
export default function WordsRequests() {
  const frame = useEventFrame()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const people = (refused as { people?: string[] } | undefined)?.people ?? []
  return (
    <DeskPage title={m['notes.approvals.title']()}>
      {preview && refused && (
        <Form method="post" className="form">
          {people.map((id) => (
            <input key={id} type="hidden" name="people" value={id} />
          ))}
          <ActPreviewPanel preview={preview} refused={refused} />
        </Form>
      )}
      <p>
        <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/notes/approvals`}>
          {m['acts.page.back']()}
        </ButtonLink>
      </p>
    </DeskPage>
  )
}
