import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { listDistinct } from '../domain/duplicates/distinct-people.server.ts'
import { listDuplicates, listMerges } from '../domain/duplicates/duplicates.server.ts'
import type { DuplicateReason } from '../domain/duplicates/duplicates.ts'
import { DistinctTable } from './distinct-table.tsx'
import { PeopleTabs } from './people-tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['people.tab.duplicates'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const [pairs, merges, distinct] = await Promise.all([
    listDuplicates(ctx, event.id),
    listMerges(ctx, event.id),
    listDistinct(ctx, event.id),
  ])
  const done = new URL(request.url).searchParams.get('done') ?? ''
  return {
    pairs,
    distinct,
    done,
    merges: merges.map(({ mergedAt, ...one }) => ({
      ...one,
      when: formatDateTime(mergedAt, event.timeZone, ctx.locale),
    })),
  }
}

const doneTexts: Record<string, () => string> = {
  parted: m['people.duplicates.parted'],
  distinct: m['people.duplicates.told-apart'],
  'maybe-one': m['people.duplicates.maybe-one'],
}

const reasons: Record<DuplicateReason, () => string> = {
  address: m['people.duplicates.address'],
  name: m['people.duplicates.name'],
  spelling: m['people.duplicates.spelling'],
  order: m['people.duplicates.order'],
  part: m['people.duplicates.part'],
}

export default function Duplicates() {
  const frame = useEventFrame()
  const { pairs, merges, distinct, done } = useLoaderData<typeof loader>()
  const doneWord = ownValue(doneTexts, done)
  const home = `/organize/events/${frame.slug}/people`
  return (
    <DeskPage title={m['people.tab.duplicates']()}>
      <PeopleTabs event={frame.slug} current="duplicates" />
      {doneWord && <Notice tone="success" live title={doneWord()} />}
      {pairs.length === 0 ? (
        <EmptyState title={m['people.duplicates.none']()}>
          <p>{m['people.duplicates.none-hint']()}</p>
        </EmptyState>
      ) : (
        <PairsTable home={home} pairs={pairs} />
      )}
      {merges.length > 0 && (
        <section className="stack snug">
          <MergesTable home={home} merges={merges} />
        </section>
      )}
      {distinct.length > 0 && <DistinctTable home={home} pairs={distinct} />}
    </DeskPage>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function PairsTable({ home, pairs }: Pick<Page, 'pairs'> & { home: string }) {
  return (
    <DataTable
      caption={m['people.duplicates.lead']()}
      rows={pairs}
      rowKey={({ kept, gone }) => `${kept.id} ${gone.id}`}
      columns={[
        {
          key: 'kept',
          header: m['people.duplicates.one'](),
          names: true,
          cell: ({ kept }) => <Record home={home} {...kept} />,
        },
        {
          key: 'gone',
          header: m['people.duplicates.other'](),
          cell: ({ gone }) => <Record home={home} {...gone} />,
        },
        { key: 'why', header: m['people.duplicates.why'](), cell: ({ reason }) => reasons[reason]() },
        {
          key: 'merge',
          header: m['people.duplicates.merge'](),
          actions: true,
          cell: ({ kept, gone }) => (
            <div className="cluster">
              <ButtonLink variant="quiet" href={`${home}/${kept.id}/merge/${gone.id}`}>
                {m['people.duplicates.compare']()}
                <span className="visually-hidden"> {`${kept.name}, ${gone.name}`}</span>
              </ButtonLink>
              <form method="post" action={`${home}/${kept.id}/distinct/${gone.id}`}>
                <Button variant="quiet">
                  {m['people.duplicates.tell-apart']()}
                  <span className="visually-hidden"> {`${kept.name}, ${gone.name}`}</span>
                </Button>
              </form>
            </div>
          ),
        },
      ]}
    />
  )
}

function MergesTable({ home, merges }: Pick<Page, 'merges'> & { home: string }) {
  return (
    <DataTable
      caption={m['people.duplicates.merged']()}
      rows={merges}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kept',
          header: m['people.duplicates.kept'](),
          names: true,
          cell: ({ keptId, kept }) => <a href={`${home}/${keptId}`}>{kept}</a>,
        },
        { key: 'gone', header: m['people.duplicates.gone'](), cell: ({ gone }) => gone },
        { key: 'when', header: m['people.duplicates.when'](), cell: ({ when }) => when },
        {
          key: 'undo',
          header: m['people.duplicates.undo'](),
          actions: true,
          cell: ({ id, kept, gone }) => (
            <form method="post" action={`${home}/merges/${id}/undo`}>
              <Button variant="quiet">
                {m['people.duplicates.undo']()}
                <span className="visually-hidden"> {`${kept}, ${gone}`}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}

type RecordProps = {
  home: string
  id: string
  name: string
  email: string | null
  position: object
  affiliation: object
}

function Record({ home, id, name, email, position, affiliation }: RecordProps) {
  const about = [textIn(position, getLocale()), textIn(affiliation, getLocale()), email].filter(Boolean)
  return (
    <>
      <a href={`${home}/${id}`} translate="no">
        {name}
      </a>
      {about.length > 0 && <p className="faint small">{about.join(', ')}</p>}
    </>
  )
}
