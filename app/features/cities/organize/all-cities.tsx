import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { initiativeDesk } from '#app/features/initiatives/organize/initiative-desk.server.ts'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { cityRoleNames } from '../city-roles.ts'
import { spanOf } from '../city-section.tsx'
import { listCities } from '../domain/cities.server.ts'
import { addCity } from '../domain/save-city.server.ts'
import { CityFields } from './city-fields.tsx'
import { citySchema } from './city-form.schema.ts'
import { cityDetailsOf } from './city-form-values.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['cities.desk.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path, desk } = await initiativeDesk(request, params)
  const cities = await listCities(initiative.id)
  return data({
    name: initiative.name,
    desk,
    path,
    slug: initiative.slug,
    isPublic: initiative.publishedAt !== null && cities.length > 0,
    cities: cities.map(({ id, name, country, role, fromDate, toDate }) => {
      return { id, name, country: countryName(country, ctx.locale), role, fromDate, toDate }
    }),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, citySchema)
  if (!form.ok) return refuse(form)
  try {
    await addCity(ctx, { initiativeId: initiative.id, details: cityDetailsOf(form.data) })
    return redirect(`${path}/cities`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'city-ends-before': 'toDate' }, { otherwise: 'form' })
  }
}

/** The cities of an initiative, for those who keep them. */
export default function AllCities() {
  const { desk, path, slug, isPublic, cities } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame
      desk={desk}
      current="cities"
      title={m['cities.desk.title']()}
      actions={
        isPublic && (
          <ButtonLink variant="quiet" href={publicPath.cities(getLocale(), slug)}>
            {m['cities.desk.public']()}
          </ButtonLink>
        )
      }
    >
      <p className="measure soft">{m['cities.desk.lead']()}</p>
      {cities.length === 0 ? (
        <EmptyState title={m['cities.desk.none']()} />
      ) : (
        <DataTable
          caption={m['cities.desk.title']()}
          captionHidden
          rows={cities}
          rowKey={({ id }) => id}
          rowId={({ id }) => `city-${id}`}
          columns={[
            {
              key: 'name',
              header: m['cities.form.name'](),
              names: true,
              cell: (city) => (
                <a href={`${path}/cities/${city.id}`}>
                  <Translated value={city.name} />
                </a>
              ),
            },
            { key: 'country', header: m['cities.form.country'](), cell: ({ country }) => country },
            { key: 'role', header: m['cities.form.role'](), cell: ({ role }) => cityRoleNames[role]() },
            { key: 'span', header: m['cities.page.span'](), cell: (city) => spanOf(city) },
          ]}
        />
      )}
      <details id="add-city" open={Boolean(refused) || cities.length === 0}>
        <summary>{m['cities.desk.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <CityFields refused={refused} initial={{}} />
          <p>
            <Button>{m['cities.desk.add']()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}
