import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { usualAudience } from '../domain/recipients.ts'
import { addDraft } from '../domain/save-draft.server.ts'
import { audienceChoices } from './announcement-choices.server.ts'
import { AnnouncementFields } from './announcement-fields.tsx'
import { announcementSchema } from './announcement-form.schema.ts'
import { announcementFormValues, draftDetailsOf } from './announcement-form-values.ts'
import { BackToList, DraftButtons } from './announcement-parts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['announcements.list.write'](), matches)

const nothing = { subject: {}, text: {}, audience: usualAudience, isPublic: false }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const choices = await audienceChoices(ctx, event)
  return data({ choices, values: announcementFormValues(nothing, choices.categories) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const form = await readForm(request, announcementSchema)
  if (!form.ok) return refuse(form)
  try {
    const details = draftDetailsOf(form.data, { picked: [], ...(await audienceChoices(ctx, event)) })
    const { id } = await addDraft(ctx, { eventId: event.id, details })
    const page = `/organize/events/${event.slug}/announcements/${id}`
    return redirect(form.data.intent === 'check' ? `${page}/sending` : page, 303)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
}

/** An announcement that is not kept yet. */
export default function NewAnnouncement() {
  const { choices, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['announcements.list.write']()}>
      <BackToList />
      <p className="measure soft">{m['announcements.list.lead']()}</p>
      <Form method="post" noValidate className="form" data-kept>
        <FaultList errors={refused?.errors} />
        <AnnouncementFields refused={refused} initial={values} choices={choices} picked={0} />
        <DraftButtons />
      </Form>
    </DeskPage>
  )
}
