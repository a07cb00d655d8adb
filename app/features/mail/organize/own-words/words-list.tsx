import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { kindNames } from '#app/organize/mail-labels.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { type Locale, ownWordKinds } from '#app/shared/vocabulary.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { listMailWords } from '../../domain/own-words/mail-words.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['mail.words.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const own = await listMailWords(event.id)
  return data({
    kinds: ownWordKinds.map((kind) => {
      const words = own.find((one) => one.kind === kind)
      const has = (locale: Locale) => Boolean(words?.subject[locale] || words?.opening[locale])
      return { kind, vi: has('vi'), en: has('en'), stale: isStale(words?.subject) || isStale(words?.opening) }
    }),
  })
}

export default function WordsList() {
  const frame = useEventFrame()
  const { kinds } = useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/outbox`
  return (
    <DeskPage title={m['mail.words.title']()}>
      <a className="breadcrumb" href={address}>
        {m['mail.outbox.title']()}
      </a>
      <p className="measure">{m['mail.words.lead']()}</p>
      <DataTable
        caption={m['mail.words.title']()}
        captionHidden
        columns={columnsOf(`${address}/words`)}
        rows={kinds}
        rowKey={({ kind }) => kind}
        rowId={({ kind }) => kind}
      />
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['kinds'][number]

function columnsOf(address: string): Column<Row>[] {
  const words = (isOwn: boolean) =>
    isOwn ? (
      <StateMark tone="good">{m['mail.words.own']()}</StateMark>
    ) : (
      <span className="soft">{m['mail.words.standard']()}</span>
    )
  return [
    {
      key: 'kind',
      header: m['mail.outbox.kind'](),
      names: true,
      cell: ({ kind, stale }) => (
        <>
          <a href={`${address}/${kind}`}>{kindNames[kind]()}</a>
          {stale && <div className="small">{m['mail.words.stale']()}</div>}
        </>
      ),
    },
    { key: 'vi', header: m['mail.words.in-vietnamese'](), cell: ({ vi }) => words(vi) },
    { key: 'en', header: m['mail.words.in-english'](), cell: ({ en }) => words(en) },
  ]
}
