import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { supporterKinds } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { isCountry } from './domain/countries.ts'
import { getJoinable } from './domain/initiative-of.server.ts'
import { countSupporters, listPublicSupporters } from './domain/public-supporters.server.ts'
import { kindLabels } from './kind-labels.ts'
import { SupporterList } from './supporter-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { id, slug, name, accent } = await getJoinable(params.initiative ?? '')
  const asked = new URL(request.url).searchParams
  const kind = supporterKinds.find((one) => one === asked.get('kind'))
  const wanted = asked.get('country') ?? ''
  const country = isCountry(wanted) ? wanted : undefined
  const [page, counts] = await Promise.all([
    listPublicSupporters(id, { locale, kind, country, place: asked.get('place') }),
    countSupporters(id),
  ])
  const path = publicPath.supporters(locale, slug)
  const title = textIn(name, locale)
  const head = pageHead({
    locale,
    path,
    title: m['supporters.list.head']({ initiative: title }, { locale }),
    description: m['supporters.list.about']({ initiative: title }, { locale }),
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.initiative(locale, slug) },
        { name: m['supporters.list.title']({}, { locale }), path },
      ]),
    ],
  })
  return data(
    {
      locale,
      head,
      slug,
      name,
      accent: accent ?? undefined,
      path,
      kind,
      country,
      previous: page.previous,
      next: page.next,
      rows: page.rows.map((row) => ({ ...row, country: countryName(row.country, locale) })),
      joined: counts.joined,
      listed: counts.listed,
      kinds: counts.kinds.filter(({ listed }) => listed > 0).map((one) => one.kind),
      countries: counts.countries
        .filter(({ listed }) => listed > 0)
        .map((one) => ({ value: one.country, label: countryName(one.country, locale) })),
    },
    { headers: cacheHeaders({ tags: [pageTag.initiative(id)] }) },
  )
}

/** Everybody who agreed to be listed, in the order of the reader's language, by kind and country. */
export default function Supporters() {
  const view = useLoaderData<typeof loader>()
  const { locale, slug, name, accent, path, rows, previous, next, kind, country, joined, listed } = view
  const languages = { vi: publicPath.supporters('vi', slug), en: publicPath.supporters('en', slug) }
  const pageAt = (place: string | null) =>
    place && `${path}?${new URLSearchParams({ ...(kind && { kind }), ...(country && { country }), place })}`
  return (
    <PublicPage languages={languages} accent={accent} footer={publicFooter()}>
      <div className="stack loose">
        <header className="stack snug measure">
          <p>
            <a className="breadcrumb" href={publicPath.initiative(locale, slug)}>
              <Translated value={name} as="span" />
            </a>
          </p>
          <h1 className="title-l">{m['supporters.list.title']()}</h1>
          <p className="lede">
            {m['supporters.list.count']({ count: joined, joined: formatCount(joined, locale) })}{' '}
            {listed < joined &&
              m['supporters.list.listed']({ count: listed, listed: formatCount(listed, locale) })}
          </p>
          <p>
            <ButtonLink href={publicPath.joinInitiative(locale, slug)}>
              {m['supporters.join.title']()}
            </ButtonLink>
          </p>
        </header>
        {listed > 0 && <Filters />}
        {rows.length === 0 ? (
          <EmptyState
            title={kind || country ? m['supporters.list.not-found']() : m['supporters.list.nobody']()}
          />
        ) : (
          <SupporterList supporters={rows} />
        )}
        <Pager previous={pageAt(previous)} next={pageAt(next)} />
      </div>
    </PublicPage>
  )
}

function Filters() {
  const { path, kind, country, kinds, countries } = useLoaderData<typeof loader>()
  return (
    <form className="toolbar" method="get" action={path}>
      <SelectField
        name="kind"
        label={m['supporters.form.kind']()}
        defaultValue={kind ?? ''}
        options={kinds.map((one) => ({ value: one, label: kindLabels[one]() }))}
        placeholder={m['supporters.list.all']()}
      />
      <SelectField
        name="country"
        label={m['supporters.form.country']()}
        defaultValue={country ?? ''}
        options={countries}
        placeholder={m['supporters.list.all']()}
      />
      <Button variant="quiet">{m['supporters.list.filter']()}</Button>
      {(kind || country) && (
        <ButtonLink variant="plain" href={path}>
          {m['shared.search.clear']()}
        </ButtonLink>
      )}
    </form>
  )
}
