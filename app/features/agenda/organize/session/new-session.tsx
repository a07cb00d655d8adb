import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { seatsTaken } from '#app/organize/refusal-places.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SessionFields } from './session-fields.tsx'
import { sessionSchema } from './session-form.schema.ts'
import { newcomersOf, sessionMeant } from './session-meant.server.ts'
import { sessionChoices } from './session-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.session.new'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const asked = new URL(request.url).searchParams
  return data({
    choices: await sessionChoices(ctx, event),
    values: {
      kind: 'talk',
      minutes: '30',
      startsAt: asked.get('startsAt') ?? '',
      room: asked.get('room') ?? '',
    },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, sessionSchema)
  if (!form.ok) return refuse(form)
  const data = form.data.startsAt === '' ? { ...form.data, minutes: null } : form.data
  const read = await sessionMeant(ctx, event, { ...form, data })
  if (!read.ok) return refuse(read)
  const sessionId = randomUUID()
  const newcomers = newcomersOf(read.newcomers, read.fields)
  const edits = [{ kind: 'add' as const, sessionId, set: read.fields }]
  try {
    await editDraft(ctx, { eventId: event.id, edits, newcomers })
  } catch (error) {
    return refuseAt(error, form, seatsTaken)
  }
  return redirect(`/organize/events/${event.slug}/agenda/sessions/${sessionId}?saved=yes`, 303)
}

export default function NewSession() {
  const frame = useEventFrame()
  const { choices, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['agenda.session.new']()}>
      <AgendaTabs event={frame.slug} current="sessions" />
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <SessionFields refused={refused} initial={values} stale={[]} turns={[]} {...choices} />
        <p className="action-bar">
          <Button>{m['agenda.session.add']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
