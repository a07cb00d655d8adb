import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { failureSentence, kindNames, MailState, stateNames } from '#app/organize/mail-labels.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { env } from '#app/shared/env.server.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { chosenAddress } from '#app/shared/pages/chosen-address.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { outboxStates } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import { listOutbox, readCursor } from '../domain/outbox-list.server.ts'
import { kindsNamed, readOutboxQuery } from './outbox-query.ts'

const doneTexts: Record<string, () => string> = {
  queued: () => m['mail.outbox.done-queued'](),
  hurried: () => m['mail.outbox.done-hurried'](),
  tested: () => m['mail.outbox.done-tested'](),
  'queued-many': () => m['mail.outbox.done-queued-many'](),
  outdated: () => m['mail.outbox.done-outdated'](),
  'none-chosen': () => m['mail.outbox.none-chosen'](),
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['mail.outbox.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'outbox.read')
  const asked = new URL(request.url).searchParams
  const { q, state } = readOutboxQuery(asked)
  const after = readCursor(asked.get('after'))
  const kinds = kindsNamed(q)
  const { mails, next } = await listOutbox(event.id, { state: state ?? undefined, after, q, kinds })
  return data({
    mails,
    next,
    q,
    state,
    isFirst: !after,
    done: asked.get('done'),
    left: Number(asked.get('left')) || 0,
    timeZone: event.timeZone,
    maySend: event.may('outbox.send'),
    mayEdit: event.may('event.edit'),
    intoFiles: !env().SMTP_URL,
  })
}

export default function Outbox() {
  const frame = useEventFrame()
  const { mails, next, q, state, isFirst, done, left, maySend, mayEdit, intoFiles, timeZone } =
    useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/outbox`
  const filtered = chosenAddress(address, { q, state })
  const after = next && chosenAddress(address, { q, state, after: next })
  const mayResend = maySend && mails.some(isFinished)
  const said = ownValue(doneTexts, done)?.()
  return (
    <DeskPage
      title={m['mail.outbox.title']()}
      actions={
        <>
          {mayEdit && (
            <ButtonLink variant="plain" href={`${address}/words`}>
              {m['mail.words.title']()}
            </ButtonLink>
          )}
          {maySend && (
            <form method="post" action={`${address}/test`}>
              <Button variant="quiet">{m['mail.outbox.test']()}</Button>
            </form>
          )}
        </>
      }
    >
      {said && (
        <Notice tone="success" live>
          {said}
          {left > 0 && <p>{m['mail.outbox.left']({ count: left })}</p>}
        </Notice>
      )}
      {intoFiles && (
        <Notice title={m['mail.outbox.into-files']()}>{m['mail.outbox.into-files-how']()}</Notice>
      )}
      <OutboxSearch address={address} q={q} state={state} />
      <TabsNav
        label={m['mail.outbox.filter']()}
        items={[null, ...outboxStates].map((one) => ({
          href: chosenAddress(address, { q, state: one }),
          label: one ? stateNames[one]() : m['mail.outbox.all'](),
          current: one === state,
        }))}
      />
      {mails.length === 0 ? (
        <NoMails address={address} q={q} state={state} maySend={maySend} />
      ) : (
        <form method="post" action={`${address}/resends`} className="stack">
          <DataTable
            caption={m['mail.outbox.title']()}
            captionHidden
            columns={[...(mayResend ? [chosenColumn()] : []), ...columnsOf(address, timeZone)]}
            rows={mails}
            rowKey={(mail) => mail.id}
          />
          {mayResend && (
            <p>
              <Button variant="quiet">{m['mail.outbox.resend-chosen']()}</Button>
            </p>
          )}
        </form>
      )}
      <Pager previous={isFirst ? null : filtered} next={after} />
    </DeskPage>
  )
}

type Asked = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'q' | 'state'> & { address: string }

function OutboxSearch({ address, q, state }: Asked) {
  return (
    <SearchForm
      address={address}
      q={q}
      label={m['mail.outbox.search']()}
      hint={m['mail.outbox.search-hint']()}
      kept={{ state }}
    />
  )
}

function NoMails({ address, q, state, maySend }: Asked & { maySend: boolean }) {
  const isEmpty = !q && !state
  return (
    <EmptyState
      title={
        q ? m['mail.outbox.none-found']() : state ? m['mail.outbox.none-of-state']() : m['mail.outbox.none']()
      }
      action={(q || state) && <ButtonLink href={address}>{m['mail.outbox.all']()}</ButtonLink>}
    >
      {isEmpty && m['mail.outbox.none-how']()}
      {isEmpty && maySend && ` ${m['mail.outbox.none-test']()}`}
    </EmptyState>
  )
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>['mails'][number]

const isFinished = ({ state }: Mail) => state === 'sent' || state === 'failed'

/** What failed is chosen already: most often it is what one came for. */
const chosenColumn = (): Column<Mail> => ({
  key: 'chosen',
  header: m['mail.outbox.choose'](),
  cell: (mail) =>
    isFinished(mail) && (
      <input
        type="checkbox"
        name="mails"
        value={mail.id}
        defaultChecked={mail.state === 'failed'}
        aria-label={m['mail.outbox.choose-mail']({
          name: mail.recipientName || mail.recipientEmail,
          kind: kindNames[mail.kind](),
        })}
      />
    ),
})

function columnsOf(address: string, timeZone: string): Column<Mail>[] {
  const locale = getLocale()
  return [
    {
      key: 'recipient',
      header: m['mail.outbox.recipient'](),
      names: true,
      cell: (mail) => (
        <>
          <a href={`${address}/${mail.id}`}>{mail.recipientName || mail.recipientEmail}</a>
          <div className="small faint">{mail.recipientEmail}</div>
        </>
      ),
    },
    { key: 'kind', header: m['mail.outbox.kind'](), cell: (mail) => kindNames[mail.kind]() },
    {
      key: 'state',
      header: m['mail.outbox.state'](),
      cell: (mail) => (
        <>
          <MailState state={mail.state} />
          {mail.lastError && <div className="small faint">{failureSentence(mail.lastError)}</div>}
        </>
      ),
    },
    { key: 'attempts', header: m['mail.outbox.attempts'](), align: 'end', cell: (mail) => mail.attempts },
    {
      key: 'when',
      header: m['mail.outbox.queued-at'](),
      cell: (mail) => (
        <time className="figures" dateTime={mail.createdAt.toISOString()}>
          {formatDateTime(mail.createdAt, timeZone, locale)}
        </time>
      ),
    },
  ]
}
