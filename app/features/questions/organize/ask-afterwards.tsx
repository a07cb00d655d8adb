import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { askAfterwards } from '#app/features/announcements/domain/ask-afterwards.server.ts'
import { instantOfLocal, localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { listUnanswered } from '#app/features/registration/domain/answering/waiting-answers.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requiredLine } from '#app/shared/forms/fields.ts'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { zoneCity } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'questions.ask.until-wrong': m['questions.ask.until-wrong'],
  'shared.refusal.announcements-too-many': m['shared.refusal.announcements-too-many'],
  'shared.refusal.deadline-past': m['shared.refusal.deadline-past'],
  'shared.refusal.nobody-unanswered': m['shared.refusal.nobody-unanswered'],
  'shared.refusal.selection-too-long': m['shared.refusal.selection-too-long'],
})

const askSchema = z.object({ until: requiredLine(40) })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['questions.ask.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'outbox.send')
  const { answersUntil, timeZone } = event
  return data({
    unanswered: (await listUnanswered(event.id)).length,
    until: localOfInstant(answersUntil, timeZone),
    timeZone,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const form = await readForm(request, askSchema)
  if (!form.ok) return refuse(form)
  const until = instantOfLocal(form.data.until, event.timeZone)
  if (!(until instanceof Date)) return refuse(refuseField(form, 'until', 'questions.ask.until-wrong'))
  try {
    const draft = await askAfterwards(ctx, { eventId: event.id, until })
    return redirect(`/organize/events/${event.slug}/announcements/${draft.id}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'deadline-past': 'until' }, { otherwise: 'form' })
  }
}

/** Asks those who have not answered what is asked after registration; the mail is an announcement, to be looked at first. */
export default function AskAfterwards() {
  const { slug } = useEventFrame()
  const { unanswered, until, timeZone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field } = plainTools(refused, { until })
  return (
    <DeskPage title={m['questions.ask.title']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${slug}/questions`}>
          {m['questions.desk.title']()}
        </a>
      </p>
      <p className="measure">{m['questions.ask.lead']({ count: unanswered })}</p>
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <DateTimeField
          {...field('until')}
          label={m['questions.ask.until']()}
          hint={m['questions.ask.until-hint']({ zone: zoneCity(timeZone, getLocale()) })}
          className="input-short"
          required
        />
        <p>
          <Button>{m['questions.ask.write']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
