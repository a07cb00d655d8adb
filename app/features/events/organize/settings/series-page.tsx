import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listOwnSeries, placeInSeries } from '#app/features/events/domain/listing/place-in-series.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { seriesSchema } from './series.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.series.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  return data({ all: await listOwnSeries(ctx), series: event.seriesId ?? '', edition: event.edition })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, seriesSchema)
  if (!form.ok) return refuse(form)
  const { series, name, edition } = form.data
  const wanted = series === '' ? null : series === 'new' ? { name } : { id: series }
  const isChanged = await placeInSeries(ctx, { eventId: event.id, series: wanted, edition })
  const page = `/organize/events/${event.slug}/series`
  return isChanged ? redirect(page, 303) : nothingChanged(page)
}

export default function SeriesPage() {
  const { all, series, edition } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? { series: series || (all[0]?.id ?? 'new'), edition }
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  const label = m['organize.series.name']()
  return (
    <DeskPage title={m['organize.series.title']()}>
      <p className="measure soft">{m['organize.series.about']()}</p>
      <form method="post" noValidate className="form" data-kept>
        <FaultList errors={refused?.errors} />
        <SelectField
          {...field('series')}
          label={m['organize.series.which']()}
          options={[
            ...all.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) })),
            { value: 'new', label: m['organize.series.new']() },
            { value: '', label: m['organize.series.none']() },
          ]}
        />
        <div className="pair">
          <TextField {...field('name.vi')} label={m['organize.form.in-vietnamese']({ label })} lang="vi" />
          <TextField {...field('name.en')} label={m['organize.form.in-english']({ label })} lang="en" />
        </div>
        <p className="field-hint">{m['organize.series.name-hint']()}</p>
        <TextField
          {...field('edition')}
          label={m['organize.series.edition']()}
          hint={m['organize.series.edition-hint']()}
          className="input-short"
          maxLength={20}
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
