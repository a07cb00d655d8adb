import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { answerLink } from '#app/features/registration/attendee-language.server.ts'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { giveFeedback } from '../domain/give-feedback.server.ts'
import { feedbackSchema } from './feedback.schema.ts'
import { FeedbackForm } from './feedback-form.tsx'
import { feedbackAsked } from './feedback-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['afterwards.feedback.title']() }]

/** The questions stand on the personal page; here they come back when something is lacking. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const shown = await attendeeView(request, params.token ?? '')
  const asked = await feedbackAsked(shown)
  if (!asked) throw redirect(`/registrations/${shown.view.token}`)
  return { ...shown.view, asked }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  // Before what was typed is judged: nobody is told of a field where there is no form.
  if (!(await feedbackAsked(await attendeeView(request, token)))) throw new Refusal('feedback-closed')
  const form = await readForm(request, feedbackSchema)
  if (!form.ok) return refuse(form)
  const { satisfaction, best, better } = form.data
  await giveFeedback(ctx, token, { satisfaction: Number(satisfaction), best, better })
  return redirect(`/registrations/${token}#feedback`, 303)
}

export default function FeedbackPage() {
  const { token, event, locale, asked } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const path = `/registrations/${token}`
  return (
    <PersonalPage event={event} title={m['registration.page.title']()}>
      <a className="breadcrumb" href={path}>
        {m['registration.page.title']()}
      </a>
      <FeedbackForm path={path} asked={asked} timeZone={event.timeZone} locale={locale} refused={refused} />
    </PersonalPage>
  )
}
