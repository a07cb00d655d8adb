import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { getPublicEvent, getPublicEventId } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { findRegistration } from './domain/links/find-registration.server.ts'
import { FaultSummary } from './fault-summary.tsx'
import { findSchema } from './registration.schema.ts'

export const meta: MetaFunction = () => [
  { title: m['registration.find.title']() },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { slug, title, notice, accent, hasRecap, hasAgenda, hasSpeakers, hasFilms, hasAwards, cancelledAt } =
    await getPublicEvent(params.event ?? '')
  const isSent = new URL(request.url).searchParams.has('sent')
  return {
    locale,
    event: {
      slug,
      title,
      notice,
      accent,
      hasRecap,
      hasAgenda,
      hasSpeakers,
      hasFilms,
      hasAwards,
      cancelledAt,
    },
    isSent,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, findSchema)
  if (!form.ok) return refuse(form)
  const slug = params.event ?? ''
  await findRegistration(ctx, await getPublicEventId(slug), form.data.email)
  return redirect(`${publicPath.find(isLocale(params.lang) ? params.lang : ctx.locale, slug)}?sent`, 303)
}

/** Whoever lost the link has it mailed again; the page says nothing about who is registered. */
export default function Find() {
  const { event, locale, isSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const { field, fault, onSubmit, isSending } = useSchemaForm(findSchema, refused, { email: '' })
  return (
    <PublicEventPage event={event} path={publicPath.find(locale, event.slug)} current={null}>
      <div className="narrow stack loose">
        <h1 className="title-l">{m['registration.find.title']()}</h1>
        {isSent ? (
          <Notice tone="success" live>
            {m['registration.find.sent']()}
          </Notice>
        ) : (
          <p className="lede">{m['registration.find.lead']()}</p>
        )}
        <Form method="post" noValidate onSubmit={onSubmit} className="form">
          <FaultSummary fault={fault} names={['email']} />
          <TextField
            {...field('email')}
            name="email"
            label={m['registration.form.email']()}
            error={fault('email')}
            type="email"
            inputMode="email"
            autoComplete="email"
            required
          />
          <Button disabled={isSending}>{m['registration.find.submit']()}</Button>
        </Form>
      </div>
    </PublicEventPage>
  )
}
