import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { answerLink } from '../attendee-language.server.ts'
import { attendeeView } from '../attendee-view.server.ts'
import { switchReminders } from '../domain/reminders/switch-reminders.server.ts'
import { remindersSchema } from './reminders.schema.ts'
import { RemindersSwitch, remindersText } from './reminders-switch.tsx'

export const meta: MetaFunction = () => [{ title: m['registration.reminders.title']() }]

/** Where the link in a reminder leads: it only shows a button, since mail scanners open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const { remindsDayBefore, remindsHourBefore, asksFeedback } = page.event
  const { reminded } = page.registration
  return { ...view, reminders: { remindsDayBefore, remindsHourBefore, asksFeedback, reminded } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  await answerLink(request, token)
  const form = await readForm(request, remindersSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  await switchReminders(ctx, token, form.data.reminders === 'on')
  return redirect(`/registrations/${token}`, 303)
}

export default function Reminders() {
  const { token, event, reminders } = useLoaderData<typeof loader>()
  const path = `/registrations/${token}`
  return (
    <PersonalPage event={event} title={m['registration.reminders.title']()}>
      <p className="lede">{remindersText(reminders)}</p>
      <div className="cluster">
        <RemindersSwitch path={path} reminded={reminders.reminded} />
        <ButtonLink href={path} variant="quiet">
          {m['registration.page.title']()}
        </ButtonLink>
      </div>
    </PersonalPage>
  )
}
