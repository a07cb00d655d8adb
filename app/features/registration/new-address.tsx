import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { answerLink } from './attendee-language.server.ts'
import { attendeeView } from './attendee-view.server.ts'
import { askAddressChange } from './domain/links/ask-address-change.server.ts'
import { likelyAddress } from './domain/links/likely-address.ts'
import { isWrittenTo } from './domain/links/written-to.ts'
import { FaultSummary } from './fault-summary.tsx'
import { newAddressSchema } from './registration.schema.ts'

extendFormMessages({
  'shared.refusal.address-same': m['shared.refusal.address-same'],
  'shared.refusal.domain-not-allowed': m['shared.refusal.domain-not-allowed'],
  'shared.refusal.state-changed': m['shared.refusal.state-changed'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export const meta: MetaFunction = () => [{ title: m['registration.address.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await attendeeView(request, params.token ?? '')
  if (!isWrittenTo(view.attendee.state)) throw redirect(`/registrations/${view.token}`)
  return { ...view, isSent: new URL(request.url).searchParams.has('told') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  const form = await readForm(request, newAddressSchema)
  if (!form.ok) return refuse(form)
  try {
    await askAddressChange(ctx, token, form.data.email)
    return redirect(`/registrations/${token}/address?told=1`, 303)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'email' })
  }
}

/** Another address for everything that is mailed: it is used once its owner has opened the link that goes there. */
export default function NewAddress() {
  const { token, attendee, event, isSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const { field, fault, onSubmit, isSending } = useSchemaForm(newAddressSchema, refused, {
    email: (isSent ? null : likelyAddress(attendee.email)) ?? '',
  })
  const path = `/registrations/${token}`
  return (
    <PersonalPage event={event} title={m['registration.address.title']()}>
      {isSent && (
        <Notice tone="success" live title={m['registration.address.sent-title']()}>
          <p>{m['registration.address.sent']()}</p>
        </Notice>
      )}
      <p>{m['registration.address.lead']({ email: attendee.email })}</p>
      <Form method="post" noValidate onSubmit={onSubmit} className="form">
        <FaultSummary fault={fault} names={['email']} />
        <TextField
          {...field('email')}
          name="email"
          label={m['registration.address.new']()}
          error={fault('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          required
        />
        <div className="cluster">
          <Button disabled={isSending}>{m['registration.address.submit']()}</Button>
          <ButtonLink href={path} variant="plain">
            {m['registration.answers.back']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
