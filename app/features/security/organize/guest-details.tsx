import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Button } from '#app/ui/button.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { DetailFields } from '../detail-fields.tsx'
import { detailsOf, detailsSchema, detailsValues } from '../details.schema.ts'
import { correctDetails, getDetails } from '../domain/security-details.server.ts'
import { isAsking, securityListOf } from '../domain/security-list.ts'
import { getSecurityGuest } from '../domain/security-rows.server.ts'
import { BackToSecurity } from './security-parts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['security.details.title'](), matches)

async function opened({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const guest = await getSecurityGuest(ctx, event.id, params.registration ?? '')
  const list = securityListOf(event)
  if (!isAsking(list, ctx.now)) throw new Refusal('security-list-gone', 'missing')
  return { ctx, event, guest, list, stored: await getDetails(guest) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { guest, list, stored } = await opened(args)
  const values = detailsValues(stored)
  return data({ name: guest.name, asks: list.asks, values, base: footprint(values) })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, event, guest, stored } = await opened(args)
  const page = `/organize/events/${event.slug}/security/list`
  return saveMerged(args.request, {
    schema: detailsSchema,
    stored,
    valuesOf: detailsValues,
    save: async (form, seen) => {
      const of = { eventId: event.id, registrationId: guest.id }
      try {
        return (await correctDetails(ctx, of, { seen, details: detailsOf(form.data) }))
          ? redirect(page, 303)
          : nothingChanged(page)
      } catch (error) {
        return refuseAt(error, form, { 'security-not-asked': 'form', 'state-changed': 'form' })
      }
    },
  })
}

/** An organizer corrects what the list says of a guest. */
export default function GuestDetails() {
  const frame = useEventFrame()
  const { name, asks, values, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={<PersonName name={name} />}>
      <BackToSecurity slug={frame.slug} />
      <p className="soft measure">{m['security.details.lead']()}</p>
      {/* What is deleted at its hour does not stay in this browser either. */}
      <form method="post" noValidate className="form" data-unkept>
        <FormVersions refused={refused} base={base} />
        <DetailFields asks={asks} refused={refused} initial={values} isOwn={false} />
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
