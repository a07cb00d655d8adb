import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { answerLink } from './attendee-language.server.ts'
import { attendeeView } from './attendee-view.server.ts'
import { categoryChoice, categoryOptions, codeHint } from './category-choice.tsx'
import { listGuestCategories } from './domain/categories.server.ts'
import { isChangeable } from './domain/lifecycle/category-change.ts'
import { changeCategory } from './domain/lifecycle/change-category.server.ts'
import { FaultSummary } from './fault-summary.tsx'
import { categoryChangeSchema } from './registration.schema.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

extendFormMessages({
  'shared.refusal.category-by-approval': m['shared.refusal.category-by-approval'],
  'shared.refusal.category-missing': m['shared.refusal.category-missing'],
  'shared.refusal.code-wrong': m['shared.refusal.code-wrong'],
  'shared.refusal.codes-tried': m['shared.refusal.codes-tried'],
  'shared.refusal.domain-not-allowed': m['shared.refusal.domain-not-allowed'],
  'shared.refusal.event-full': m['shared.refusal.event-full'],
  'shared.refusal.registration-cancelled': m['shared.refusal.registration-cancelled'],
  'shared.refusal.registration-closed': m['shared.refusal.registration-closed'],
  'shared.refusal.registration-not-yet': m['shared.refusal.registration-not-yet'],
  'shared.refusal.registration-past': m['shared.refusal.registration-past'],
  'shared.refusal.state-changed': m['shared.refusal.state-changed'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export const handle = { hydrate: true }
export const meta: MetaFunction = () => [{ title: m['registration.category.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  if (!isChangeable(view.attendee.state)) throw redirect(`/registrations/${view.token}`)
  const categories = await listGuestCategories(page.event.id)
  const present = { ...categoryChoice(page.category, page.event), closed: false }
  return {
    ...view,
    present: page.category.code,
    categories: categories.map((one) =>
      one.id === page.category.id ? present : categoryChoice(one, page.event),
    ),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  const form = await readForm(request, categoryChangeSchema)
  if (!form.ok) return refuse(form)
  try {
    await changeCategory(ctx, token, form.data)
    return redirect(`/registrations/${token}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'code-wrong': 'code', 'codes-tried': 'code' }, { otherwise: 'category' })
  }
}

export default function Category() {
  const { token, attendee, event, category, categories, present, locale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const { field, fault, values, onSubmit, isSending } = useSchemaForm(categoryChangeSchema, refused, {
    category: present,
    code: '',
  })
  const path = `/registrations/${token}`
  const told = { category: textIn(category, locale) }
  return (
    <PersonalPage event={event} title={m['registration.category.title']()}>
      <p>
        {attendee.state === 'confirmed'
          ? m['registration.category.lead'](told)
          : m['registration.category.lead-waiting'](told)}
      </p>
      <Form method="post" noValidate onSubmit={onSubmit} className="form">
        <FaultSummary fault={fault} names={['category', 'code']} />
        <RadioGroup
          {...field('category')}
          name="category"
          label={m['registration.form.category']()}
          error={fault('category')}
          defaultValue={String(values.category ?? '')}
          required
          options={categoryOptions(categories)}
        />
        {categories.some((one) => one.takesCode) && (
          <TextField
            {...field('code')}
            name="code"
            label={m['registration.form.code']()}
            hint={codeHint(categories, locale)}
            error={fault('code')}
            autoComplete="off"
            optional
          />
        )}
        <div className="cluster">
          <Button disabled={isSending}>{m['registration.category.save']()}</Button>
          <ButtonLink href={path} variant="plain">
            {m['registration.category.keep']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
