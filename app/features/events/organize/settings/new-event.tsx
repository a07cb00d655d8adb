import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { createEvent } from '#app/features/events/domain/create-event.server.ts'
import { localOfInstant, timeZones } from '#app/features/events/domain/local-time.server.ts'
import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { slugRefusals } from '#app/organize/refusal-places.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { EventFields } from './event-fields.tsx'
import { newEventSchema } from './event-form.schema.ts'
import { eventDetailsOf } from './event-times.server.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const meta = () => [{ title: m['organize.new-event.title']() }]

const hour = 60 * 60_000

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const organizations = await listOwnOrganizations(ctx, ['admin', 'organizer'])
  if (organizations.length === 0) throw new Refusal('right-missing', 'rights')
  const timeZone = 'Asia/Ho_Chi_Minh'
  const startsAt = new Date(
    Math.ceil(ctx.now.getTime() / (24 * hour)) * 24 * hour + 30 * 24 * hour + 2 * hour,
  )
  return data({
    organizations: organizations.map(({ slug, name }) => ({ slug, name })),
    zones: timeZones(),
    values: {
      organization: organizations[0]?.slug ?? '',
      kind: 'roundtable',
      timeZone,
      startsAt: localOfInstant(startsAt, timeZone),
      endsAt: localOfInstant(new Date(startsAt.getTime() + 2 * hour), timeZone),
      // Guests may register as soon as the page is public.
      registrationOpensAt: localOfInstant(ctx.now, timeZone),
      accent: '#8a1f2d',
      waitlist: 'on',
      remindsDayBefore: 'on',
      remindsHourBefore: 'on',
      asksFeedback: 'on',
      offerHours: '48',
    },
  })
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const form = await readForm(request, newEventSchema)
  if (!form.ok) return refuse(form)
  const { organization, slug, ...words } = form.data
  const own = await listOwnOrganizations(ctx, ['admin', 'organizer'])
  const host = own.find((one) => one.slug === organization)
  if (!host) return refuse(refuseField(form, 'organization', 'shared.form.choose'))
  const read = eventDetailsOf(words, form.values)
  if (!read.ok) return refuse(read)
  try {
    const made = await createEvent(ctx, { ...read.details, organizationId: host.id, slug })
    return redirect(`/organize/events/${made.slug}`, 303)
  } catch (error) {
    return refuseAt(error, form, slugRefusals)
  }
}

export default function NewEvent() {
  const { organizations, zones, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = useSchemaForm(newEventSchema, refused, values)
  const { field, fault } = tools
  return (
    <DeskPage title={m['organize.new-event.title']()}>
      <Form method="post" noValidate className="form" onSubmit={tools.onSubmit} data-kept>
        <FaultList errors={refused?.errors} />
        <FieldGroup legend={m['organize.new-event.host']()}>
          <SelectField
            {...field('organization')}
            label={m['organize.new-event.organization']()}
            hint={m['organize.new-event.organization-hint']()}
            error={fault('organization')}
            options={organizations.map(({ slug, name }) => ({
              value: slug,
              label: textIn(name, getLocale()),
            }))}
          />
          <TextField
            {...field('slug')}
            label={m['organize.new-event.slug']()}
            hint={m['organize.new-event.slug-hint']()}
            error={fault('slug')}
            autoComplete="off"
          />
        </FieldGroup>
        <EventFields tools={tools} zones={zones} />
        <p>
          <Button disabled={tools.isSending}>{m['organize.new-event.create']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
