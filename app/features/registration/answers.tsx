import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { AttendeeFields, LanguageField } from './attendee-fields.tsx'
import { answerLink } from './attendee-language.server.ts'
import { attendeeView } from './attendee-view.server.ts'
import { changeAnswers } from './domain/lifecycle/change-answers.server.ts'
import { FaultSummary } from './fault-summary.tsx'
import { answersSchema } from './registration.schema.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const meta: MetaFunction = () => [{ title: m['registration.answers.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await attendeeView(request, params.token ?? '')
  return view
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, answersSchema)
  await answerLink(request, token)
  if (!form.ok) return refuse(form)
  await changeAnswers(ctx, token, form.data)
  return redirect(`/registrations/${token}`, 303)
}

export default function Answers() {
  const { token, attendee, event } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const path = `/registrations/${token}`
  const form = useSchemaForm(answersSchema, refused, {
    name: attendee.name,
    organization: attendee.affiliation,
    position: attendee.jobTitle,
    language: attendee.language,
  })
  return (
    <PersonalPage event={event} title={m['registration.answers.title']()}>
      <Form method="post" noValidate onSubmit={form.onSubmit} data-kept className="form">
        <FaultSummary fault={form.fault} names={['form', 'name', 'organization', 'position', 'language']} />
        <AttendeeFields {...form} />
        <LanguageField {...form} />
        <p className="soft">
          {m['registration.answers.email']({ email: attendee.email })}{' '}
          <a href={`${path}/address`}>{m['registration.address.change']()}</a>
        </p>
        <div className="cluster">
          <Button disabled={form.isSending}>{m['registration.answers.save']()}</Button>
          <ButtonLink href={path} variant="plain">
            {m['registration.answers.back']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
