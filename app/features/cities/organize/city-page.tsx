import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { initiativeDesk } from '#app/features/initiatives/organize/initiative-desk.server.ts'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { getCity } from '../domain/cities.server.ts'
import { editCity } from '../domain/save-city.server.ts'
import { CityFields } from './city-fields.tsx'
import { citySchema } from './city-form.schema.ts'
import { cityDetailsOf, cityFormValues } from './city-form-values.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.name, getLocale()) : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path, desk } = await initiativeDesk(request, params)
  const city = await getCity(ctx, initiative.id, params.city ?? '')
  const { id, name, source } = city
  const values = cityFormValues(city)
  const stale = Object.entries({ name, source }).flatMap(([field, text]) => (isStale(text) ? [field] : []))
  return data({ desk, id, name, path, values, base: footprint(values), stale })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const city = await getCity(ctx, initiative.id, params.city ?? '')
  const list = `${path}/cities#city-${city.id}`
  return saveMerged(request, {
    schema: citySchema,
    stored: city,
    valuesOf: cityFormValues,
    save: async (form, seen) => {
      try {
        const performed = await performAct(ctx, {
          act: {
            initiativeId: initiative.id,
            verb: 'city.edited',
            subjectName: textIn(city.name, ctx.locale),
          },
          answered: unasked,
          work: () => editCity(ctx, { seen, details: cityDetailsOf(form.data) }),
        })
        return performed.done && performed.actId ? redirect(list, 303) : nothingChanged(list)
      } catch (error) {
        return refuseAt(error, form, { 'city-ends-before': 'toDate' })
      }
    },
  })
}

/** One city of an initiative. */
export default function CityPage() {
  const { desk, id, name, path, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame desk={desk} current="cities" title={textIn(name, getLocale())}>
      <p>
        <a className="breadcrumb" href={`${path}/cities`}>
          {m['cities.desk.title']()}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <CityFields refused={refused} initial={values} stale={stale} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
      <form method="post" action={`${path}/cities/${id}/removal`} className="stack tight">
        <p className="soft measure">{m['cities.desk.ends-hint']()}</p>
        <div>
          <Button variant="danger">{m['cities.desk.remove']()}</Button>
        </div>
      </form>
    </InitiativeFrame>
  )
}
