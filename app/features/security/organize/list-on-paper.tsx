import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatRange } from '#app/shared/time/format.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { securityListOf } from '../domain/security-list.ts'
import { openSecurityList } from '../domain/security-rows.server.ts'
import { securityWord } from '../security-labels.ts'
import { listedPeople } from './listed-people.ts'
import { BackToSecurity } from './security-parts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['security.list.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const rows = await openSecurityList(ctx, event, 'page')
  const list = securityListOf(event)
  return data({
    asks: list?.asks ?? [],
    purgesAt: list?.purgesAt ?? event.endsAt,
    title: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    timeZone: event.timeZone,
    people: listedPeople(rows),
  })
}

/** The list as the venue's security gets it: A to Z, with room for a tick. */
export default function ListOnPaper() {
  const frame = useEventFrame()
  const { title, asks, purgesAt, startsAt, endsAt, timeZone, people } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <DeskPage title={m['security.list.title']()}>
      <BackToSecurity slug={frame.slug} />
      <p className="lede">
        <Translated value={title} />
        {' · '}
        {formatRange(new Date(startsAt), new Date(endsAt), timeZone, locale)}
      </p>
      <p className="soft on-screen">{m['security.list.hint']()}</p>
      <p>
        <strong>
          {m['security.list.purpose']({ when: formatDateTime(new Date(purgesAt), timeZone, locale) })}
        </strong>
      </p>
      {people.length === 0 ? (
        <EmptyState title={m['security.list.none']()} />
      ) : (
        <DataTable
          caption={m['security.page.count']({ count: people.length })}
          rows={people}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'tick',
              header: m['registration.print.here'](),
              cell: () => <span className="tick-room" aria-hidden="true" />,
            },
            {
              key: 'name',
              header: m['security.field.name'](),
              names: true,
              cell: ({ id, documentName, guestOf, isGiven }) => (
                <>
                  {documentName ? <PersonName name={documentName} /> : m['security.list.nameless']()}
                  {guestOf && (
                    <span className="small soft"> · {m['security.list.brought']({ name: guestOf })}</span>
                  )}
                  {!guestOf && !isGiven && (
                    <span className="small soft"> · {m['security.list.unseen']()}</span>
                  )}
                  {!guestOf && (
                    <a
                      className="small on-screen"
                      href={`/organize/events/${frame.slug}/security/${id}`}
                      aria-label={m['security.list.correct-of']({ name: documentName })}
                    >
                      {' '}
                      {m['security.list.correct']()}
                    </a>
                  )}
                </>
              ),
            },
            ...asks.map((field) => ({
              key: field,
              header: securityWord(field),
              cell: ({ given }: (typeof people)[number]) => given[field] ?? '',
            })),
          ]}
        />
      )}
    </DeskPage>
  )
}
