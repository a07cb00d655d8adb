import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { InitiativeTabs } from '#app/organize/tabs/initiative-tabs.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount, formatDay } from '#app/shared/time/format.ts'
import { supporterKinds, supporterStates } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { countSupporters } from '../domain/public-supporters.server.ts'
import { listSupporters } from '../domain/supporters-desk.server.ts'
import { kindLabels } from '../kind-labels.ts'
import { filterOf, ownSupporters } from './own-supporters.server.ts'
import { stateLabels, stateTones } from './state-labels.ts'

const home = 'Asia/Ho_Chi_Minh'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['supporters.list.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const asked = new URL(request.url).searchParams
  const filter = filterOf(asked)
  const [page, counts, acts] = await Promise.all([
    listSupporters(ctx, initiative.id, { ...filter, cursor: asked.get('cursor') }),
    countSupporters(initiative.id),
    listOpenActs(ctx, { initiativeId: initiative.id }),
  ])
  const { locale } = ctx
  const joinPath = publicPath.joinInitiative(locale, initiative.slug)
  return data({
    ...page,
    rows: page.rows.map((row) => ({ ...row, country: countryName(row.country, locale) })),
    filter,
    name: initiative.name,
    slug: initiative.slug,
    path,
    counts,
    acts: acts.filter(({ verb }) => verb.startsWith('supporter.')),
    join: { path: joinPath, url: absolute(joinPath) },
    countries: counts.countries.map((one) => ({
      value: one.country,
      label: countryName(one.country, locale),
    })),
    news: initiative.bodies.length > 0,
  })
}

/** The supporters of an initiative, where they join, and what can be done with them. */
export default function AllSupporters() {
  const view = useLoaderData<typeof loader>()
  const { rows, previous, next, filter, name, slug, path, counts, acts, join } = view
  const locale = getLocale()
  const isFiltered = Object.values(filter).some(Boolean)
  const query = queryOf(filter)
  const at = (cursor: string | null) =>
    cursor && `${path}?${new URLSearchParams([...query, ['cursor', cursor]])}`
  const ofFilter = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  return (
    <DeskPage
      title={m['supporters.desk.title']()}
      banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
      actions={
        <>
          <ButtonLink href={`${path}/introductions`} variant="quiet">
            {m['supporters.desk.introductions']()}
          </ButtonLink>
          {view.news && (
            <form method="post" action={`${path}/news`}>
              <Button variant="quiet">{m['supporters.desk.write']()}</Button>
            </form>
          )}
        </>
      }
    >
      <p>
        <a className="breadcrumb" href={`/organize/initiatives/${slug}`}>
          {textIn(name, locale)}
        </a>
      </p>
      <InitiativeTabs slug={slug} current="supporters" />
      <p className="lede">
        {m['supporters.desk.count']({
          joined: formatCount(counts.joined, locale),
          listed: formatCount(counts.listed, locale),
          waiting: formatCount(counts.waiting, locale),
        })}
      </p>
      <TextField
        name="address"
        label={m['supporters.desk.joined-at']()}
        defaultValue={join.url}
        readOnly
        translate="no"
      />
      <Search isFiltered={isFiltered} />
      {rows.length === 0 ? (
        <EmptyState title={isFiltered ? m['supporters.list.not-found']() : m['supporters.desk.nobody']()} />
      ) : (
        <DataTable
          caption={m['supporters.list.title']()}
          captionHidden
          columns={columns(path)}
          rows={rows}
          rowKey={({ id }) => id}
          rowId={({ id }) => `supporter-${id}`}
        />
      )}
      <Pager previous={at(previous)} next={at(next)} />
      {rows.length > 0 && (
        <p>
          <ButtonLink variant="quiet" href={`${path}.csv${ofFilter}`} download>
            {m['supporters.desk.csv']()}
          </ButtonLink>
        </p>
      )}
    </DeskPage>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function queryOf({ q, state, kind, country, isMarked }: View['filter']): [string, string][] {
  const given = { q, state, kind, country, marked: isMarked ? 'on' : '' }
  return Object.entries(given).flatMap(([name, word]): [string, string][] => (word ? [[name, word]] : []))
}

function Search({ isFiltered }: { isFiltered: boolean }) {
  const { path, filter, countries } = useLoaderData<typeof loader>()
  return (
    <SearchForm address={path} q={filter.q} label={m['supporters.desk.search']()} isFiltered={isFiltered}>
      <SelectField
        name="state"
        label={m['supporters.desk.state']()}
        defaultValue={filter.state ?? ''}
        options={supporterStates.map((one) => ({ value: one, label: stateLabels[one]() }))}
        placeholder={m['supporters.list.all']()}
      />
      <SelectField
        name="kind"
        label={m['supporters.form.kind']()}
        defaultValue={filter.kind ?? ''}
        options={supporterKinds.map((one) => ({ value: one, label: kindLabels[one]() }))}
        placeholder={m['supporters.list.all']()}
      />
      <SelectField
        name="country"
        label={m['supporters.form.country']()}
        defaultValue={filter.country ?? ''}
        options={countries}
        placeholder={m['supporters.list.all']()}
      />
      <CheckboxField name="marked" label={m['supporters.desk.marked']()} defaultChecked={filter.isMarked} />
    </SearchForm>
  )
}

function columns(path: string): Column<View['rows'][number]>[] {
  return [
    {
      key: 'name',
      header: m['supporters.form.name'](),
      names: true,
      cell: ({ id, name, body, isMarked }) => (
        <>
          <a href={`${path}/${id}`}>{body || <PersonName name={name} />}</a>
          {body && (
            <span className="small soft">
              {' '}
              <PersonName name={name} />
            </span>
          )}
          {isMarked && <span className="small"> · {m['supporters.desk.is-marked']()}</span>}
        </>
      ),
    },
    {
      key: 'email',
      header: m['supporters.form.email'](),
      cell: ({ email }) => <span translate="no">{email}</span>,
    },
    { key: 'kind', header: m['supporters.form.kind'](), cell: ({ kind }) => kindLabels[kind]() },
    { key: 'country', header: m['supporters.form.country'](), cell: ({ country }) => country },
    {
      key: 'state',
      header: m['supporters.desk.state'](),
      cell: ({ state }) => <StateMark tone={stateTones[state]}>{stateLabels[state]()}</StateMark>,
    },
    {
      key: 'consents',
      header: m['supporters.desk.agreed'](),
      cell: ({ listedAt, newsAt }) =>
        [listedAt && m['supporters.desk.agreed-listed'](), newsAt && m['supporters.desk.agreed-news']()]
          .filter(Boolean)
          .join(', ') || '—',
    },
    {
      key: 'since',
      header: m['supporters.desk.came'](),
      cell: ({ createdAt }) => formatDay(createdAt, home, getLocale()),
    },
  ]
}
