import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { getPublicEvent, getPublicEventId } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDateTime } from '#app/shared/time/format.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EmailField, LanguageField } from '../attendee-fields.tsx'
import { askToBeTold } from '../domain/opening/ask-to-be-told.server.ts'
import { windowState } from '../domain/seats/admission.ts'
import { FaultSummary } from '../fault-summary.tsx'
import { openingSchema } from './opening.schema.ts'

extendFormMessages({
  'shared.refusal.opening-none': m['shared.refusal.opening-none'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export const meta: MetaFunction = () => [
  { title: m['registration.opening.title']() },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const event = await getPublicEvent(params.event ?? '')
  const {
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
    registrationOpensAt: opensAt,
    timeZone,
  } = event
  const city = clockPlace(textIn(event.venue?.city, locale), timeZone, locale)
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
    opens: opensAt && formatDateTime(opensAt, timeZone, locale, city),
    window: windowState(event, now),
    isSent: new URL(request.url).searchParams.has('sent'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, openingSchema)
  if (!form.ok) return refuse(form)
  const slug = params.event ?? ''
  try {
    await askToBeTold(ctx, await getPublicEventId(slug), form.data)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
  return redirect(`${publicPath.opening(isLocale(params.lang) ? params.lang : ctx.locale, slug)}?sent`, 303)
}

/** Whoever comes before registration opens leaves an address, and is written to once. */
export default function Opening() {
  const { event, locale, opens, window, isSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const form = useSchemaForm(openingSchema, refused, { email: '', language: locale })
  const isOpen = window === 'open'
  return (
    <PublicEventPage event={event} path={publicPath.opening(locale, event.slug)} current={null}>
      <div className="narrow stack loose">
        <h1 className="title-l">{m['registration.opening.title']()}</h1>
        {isSent && (
          <Notice tone="success" live>
            {m['registration.opening.sent']()}
          </Notice>
        )}
        {window !== 'not-yet' && (
          <Notice title={isOpen ? m['registration.opening.open']() : m['registration.opening.none']()}>
            {isOpen && (
              <ButtonLink href={publicPath.register(locale, event.slug)}>
                {m['registration.form.title']()}
              </ButtonLink>
            )}
          </Notice>
        )}
        {window === 'not-yet' && !isSent && (
          <>
            <p className="lede">{m['registration.opening.lead']({ when: opens ?? '' })}</p>
            <Form method="post" noValidate onSubmit={form.onSubmit} className="form">
              <FaultSummary fault={form.fault} names={['form', 'email', 'language']} />
              <EmailField {...form} />
              <LanguageField {...form} />
              <p className="small soft">{m['registration.opening.privacy']()}</p>
              <Button disabled={form.isSending}>{m['registration.opening.submit']()}</Button>
            </Form>
          </>
        )}
      </div>
    </PublicEventPage>
  )
}
