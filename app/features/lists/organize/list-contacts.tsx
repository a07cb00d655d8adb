import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount, formatDay } from '#app/shared/time/format.ts'
import { subscriptionStates } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { listContacts } from '../domain/contact-rows.server.ts'
import { placeNames, standingNames, standingTones } from './contact-labels.ts'
import { ownList } from './own-list.server.ts'

const home = 'Asia/Ho_Chi_Minh'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.title, getLocale()) : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, list, all, path } = await ownList(request, params)
  const asked = new URL(request.url).searchParams
  const q = (asked.get('q') ?? '').trim()
  const state = subscriptionStates.find((one) => one === asked.get('state'))
  const [page, acts] = await Promise.all([
    listContacts(ctx, list, { q, state, cursor: asked.get('cursor') }),
    listOpenActs(ctx, { organizationId: organization.id }),
  ])
  const { title, slug, archivedAt, waiting, confirmed, gone } = list
  return data({
    ...page,
    acts,
    q,
    state,
    title,
    all,
    path,
    contacts: `/organize/organizations/${organization.slug}/contacts`,
    public: { path: publicPath.list(ctx.locale, slug), url: absolute(publicPath.list(ctx.locale, slug)) },
    isArchived: archivedAt !== null,
    counts: { waiting, confirmed, left: gone },
  })
}

/** Who is on a list, who waits and who left; where it is joined, and what can be done with it. */
export default function ListContacts() {
  const view = useLoaderData<typeof loader>()
  const { rows, previous, next, acts, q, state, title, all, path, isArchived, counts } = view
  const query = (words: Record<string, string | null | undefined>) => {
    const given = Object.entries(words).flatMap(([name, word]) => (word ? [[name, word]] : []))
    return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
  }
  const pageAt = (cursor: string | null) => cursor && query({ q, state, cursor })
  const total = state ? counts[state] : counts.waiting + counts.confirmed + counts.left
  return (
    <DeskPage
      title={textIn(title, getLocale())}
      banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
      actions={
        <>
          {!isArchived && (
            <ButtonLink href={`${path}/import`} variant="quiet">
              {m['lists.import.title']()}
            </ButtonLink>
          )}
          <ButtonLink href={`${path}/settings`} variant="quiet">
            {m['lists.desk.edit']()}
          </ButtonLink>
        </>
      }
    >
      <p>
        <a className="breadcrumb" href={all}>
          {m['lists.desk.title']()}
        </a>
      </p>
      <JoinedAt />
      <TabsNav
        label={m['lists.desk.states']()}
        items={[
          { href: query({ q }), label: m['lists.desk.all'](), current: !state },
          ...subscriptionStates.map((one) => ({
            href: query({ q, state: one }),
            label: standingNames[one](),
            count: counts[one],
            current: state === one,
          })),
        ]}
      />
      <SearchForm
        address={path}
        q={q}
        label={m['lists.desk.search']()}
        kept={{ state: state ?? null }}
        isFiltered={q !== ''}
      />
      {rows.length === 0 ? (
        <EmptyState title={q ? m['lists.desk.not-found']() : m['lists.desk.nobody']()} />
      ) : (
        <DataTable
          caption={m['lists.desk.contacts']()}
          captionHidden
          columns={columns(view.contacts)}
          rows={rows}
          rowKey={({ id }) => id}
          rowId={({ id }) => `contact-${id}`}
        />
      )}
      <Pager previous={pageAt(previous)} next={pageAt(next)}>
        {q === '' && m['lists.desk.total']({ count: total, total: formatCount(total, getLocale()) })}
      </Pager>
      {rows.length > 0 && (
        <p>
          <ButtonLink variant="quiet" href={`${path}/contacts.csv${state ? `?state=${state}` : ''}`} download>
            {m['lists.desk.csv']()}
          </ButtonLink>
        </p>
      )}
    </DeskPage>
  )
}

/** The address of its page, to be passed on; of one that is closed, that it is. */
function JoinedAt() {
  const { isArchived, public: page } = useLoaderData<typeof loader>()
  if (isArchived) return <Notice title={m['lists.desk.closed-lead']()} />
  return (
    <div className="stack tight">
      <TextField
        name="address"
        label={m['lists.desk.joined-at']()}
        defaultValue={page.url}
        readOnly
        translate="no"
      />
      <p>
        <a href={page.path}>{m['lists.desk.see-page']()}</a>
      </p>
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(contacts: string): Column<Row>[] {
  return [
    {
      key: 'email',
      header: m['lists.form.email'](),
      names: true,
      cell: ({ id, email }) => (
        <a href={`${contacts}/${id}`} translate="no">
          {email}
        </a>
      ),
    },
    {
      key: 'name',
      header: m['lists.form.name'](),
      cell: ({ name }) => (name ? <PersonName name={name} /> : '—'),
    },
    {
      key: 'state',
      header: m['lists.desk.standing'](),
      cell: ({ state }) => <StateMark tone={standingTones[state]}>{standingNames[state]()}</StateMark>,
    },
    { key: 'place', header: m['lists.desk.from'](), cell: ({ place }) => placeNames[place]() },
    {
      key: 'since',
      header: m['lists.desk.since'](),
      cell: ({ createdAt }) => formatDay(createdAt, home, getLocale()),
    },
  ]
}
