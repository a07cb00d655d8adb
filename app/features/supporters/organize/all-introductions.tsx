import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDay } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { listIntroductions } from '../domain/introductions/introductions.server.ts'
import { ownSupporters } from './own-supporters.server.ts'

const home = 'Asia/Ho_Chi_Minh'

export const meta: MetaFunction = () => [{ title: m['supporters.desk.introductions']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const [rows, acts] = await Promise.all([
    listIntroductions(ctx, initiative.id),
    listOpenActs(ctx, { initiativeId: initiative.id }),
  ])
  return data({ rows, path, acts: acts.filter(({ verb }) => verb.startsWith('supporter.')) })
}

/** Whom organizers would make known to whom, and what became of it; who said no stands nowhere. */
export default function Introductions() {
  const { rows, path, acts } = useLoaderData<typeof loader>()
  return (
    <DeskPage
      title={m['supporters.desk.introductions']()}
      banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
      actions={<ButtonLink href={`${path}/introductions/new`}>{m['supporters.desk.introduce']()}</ButtonLink>}
    >
      <p>
        <a className="breadcrumb" href={path}>
          {m['supporters.desk.title']()}
        </a>
      </p>
      <p className="measure soft">{m['supporters.introducing.how']()}</p>
      {rows.length === 0 ? (
        <EmptyState title={m['supporters.introducing.none']()} />
      ) : (
        <DataTable
          caption={m['supporters.desk.introductions']()}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'first',
              header: m['supporters.introducing.first'](),
              names: true,
              cell: ({ first }) => <a href={`${path}/${first.id}`}>{first.name}</a>,
            },
            {
              key: 'second',
              header: m['supporters.introducing.second'](),
              cell: ({ second }) => <a href={`${path}/${second.id}`}>{second.name}</a>,
            },
            {
              key: 'standing',
              header: m['supporters.desk.state'](),
              cell: ({ standing }) => (
                <StateMark tone={tones[standing]}>{standingLabels[standing]()}</StateMark>
              ),
            },
            {
              key: 'asked',
              header: m['supporters.introducing.asked'](),
              cell: ({ createdAt }) => formatDay(createdAt, home, getLocale()),
            },
          ]}
        />
      )}
    </DeskPage>
  )
}

const tones = { made: 'good', waits: 'care', over: 'plain' } as const
const standingLabels = {
  made: () => m['supporters.introduction.is-made'](),
  waits: () => m['supporters.introducing.waits'](),
  over: () => m['supporters.introducing.over'](),
}
