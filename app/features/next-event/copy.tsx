import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { slugRefusals } from '#app/organize/refusal-places.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { copySchema } from './copy.schema.ts'
import { copyEvent } from './domain/copy-event.server.ts'
import { countOpenActions } from './domain/open-actions.server.ts'
import { shiftedTime } from './domain/shifted-time.ts'

extendFormMessages({
  'organize.copy.name-missing': m['organize.copy.name-missing'],
  'organize.copy.day-wrong': m['organize.copy.day-wrong'],
})

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.copy.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const organizations = await listOwnOrganizations(ctx, ['admin', 'organizer'])
  const later = nextYearly(event.startsAt, event.timeZone, ctx.now)
  return data({
    open: await countOpenActions(event.id),
    organizations: organizations.map(({ slug, name }) => ({ slug, name })),
    values: {
      organization: organizations[0]?.slug ?? '',
      title: { vi: event.title.vi ?? '', en: event.title.en ?? '' },
      day: localOfInstant(later, event.timeZone).slice(0, 10),
      agenda: 'on',
      categories: 'on',
      actions: 'on',
    },
  })
}

/** The same weekday a year later, or as many years later as bring it into the future. */
function nextYearly(startsAt: Date, timeZone: string, now: Date): Date {
  for (let weeks = 52; ; weeks += 52) {
    const later = shiftedTime(startsAt, weeks * 7, timeZone)
    if (later > now) return later
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, copySchema)
  if (!form.ok) return refuse(form)
  const { organization, ...next } = form.data
  const own = await listOwnOrganizations(ctx, ['admin', 'organizer'])
  const body = own.find((one) => one.slug === organization)
  if (!body) return refuse(refuseField(form, 'organization', 'shared.form.choose'))
  try {
    const made = await copyEvent(ctx, { ...next, eventId: event.id, organizationId: body.id })
    return redirect(`/organize/events/${made.slug}`, 303)
  } catch (error) {
    return refuseAt(error, form, slugRefusals)
  }
}

export default function NextEvent() {
  const { open, organizations, values: initial } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? initial
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  const tick = (name: string) => ({ name, defaultChecked: valueAt(values, name) === 'on' })
  const label = m['organize.copy.name']()
  return (
    <DeskPage title={m['organize.copy.title']()}>
      <p className="measure soft">{m['organize.copy.lead']()}</p>
      <form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <div className="pair">
          <TextField
            {...field('title.vi')}
            label={m['organize.form.in-vietnamese']({ label })}
            lang="vi"
            autoComplete="off"
          />
          <TextField
            {...field('title.en')}
            label={m['organize.form.in-english']({ label })}
            lang="en"
            autoComplete="off"
          />
        </div>
        <TextField
          {...field('day')}
          type="date"
          label={m['organize.copy.day']()}
          hint={m['organize.copy.day-hint']()}
        />
        <TextField
          {...field('slug')}
          label={m['organize.new-event.slug']()}
          hint={m['organize.new-event.slug-hint']()}
          autoComplete="off"
        />
        <SelectField
          {...field('organization')}
          label={m['organize.new-event.organization']()}
          hint={m['organize.new-event.organization-hint']()}
          options={organizations.map(({ slug, name }) => ({ value: slug, label: textIn(name, getLocale()) }))}
        />
        <CheckboxField {...tick('agenda')} label={m['organize.copy.agenda']()} />
        <CheckboxField {...tick('categories')} label={m['organize.copy.categories']()} />
        {open > 0 && (
          <CheckboxField {...tick('actions')} label={m['organize.copy.actions']({ count: open })} />
        )}
        <p>
          <Button>{m['organize.copy.make']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
