import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { fieldName } from '#app/organize/field-names.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { mergePeople } from '../domain/duplicates/merge-people.server.ts'
import { droppedFields, gainedFields } from '../domain/duplicates/merged-person.ts'
import { getKnownPerson } from '../domain/known-to-hosts.server.ts'
import { listPartsOf } from '../domain/people.server.ts'
import { announcePeople } from './announce-people.server.ts'
import { PeopleTabs } from './people-tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['people.merge.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const kept = await getKnownPerson(ctx, event.id, params.person ?? '')
  const gone = await getKnownPerson(ctx, event.id, params.other ?? '')
  if (kept.mergedIntoId || gone.mergedIntoId || kept.id === gone.id) {
    throw new Refusal('person-missing', 'missing')
  }
  const gained = Object.entries(gainedFields(kept, gone, ctx.locale)).map(([field, value]) => {
    const isWords = typeof value === 'object' && value !== null
    const words = isWords ? [value.vi, value.en].filter(Boolean).join(' / ') : String(value)
    return { field, words }
  })
  return {
    gained,
    dropped: droppedFields(kept, gone),
    kept: { id: kept.id, name: kept.name, email: kept.email },
    gone: { id: gone.id, name: gone.name, email: gone.email },
    parts: (await listPartsOf(event.id, gone.id)).map(({ sessionId, title }) => ({ sessionId, title })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const [keptId, goneId] = [params.person ?? '', params.other ?? '']
  const { eventIds } = await mergePeople(ctx, { eventId: event.id, keptId, goneId })
  await announcePeople(ctx, eventIds)
  return redirect(`/organize/events/${event.slug}/people/${keptId}?saved=merged`, 303)
}

export default function Merge() {
  const frame = useEventFrame()
  const { kept, gone, gained, dropped, parts } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/people`
  return (
    <DeskPage title={m['people.merge.title']()}>
      <PeopleTabs event={frame.slug} current="duplicates" />
      <DescriptionList
        entries={[
          { term: m['people.merge.kept'](), value: nameOf(kept) },
          { term: m['people.merge.gone'](), value: nameOf(gone) },
        ]}
      />
      {gained.length > 0 && (
        <section className="stack snug" aria-labelledby="gained">
          <h2 className="title-s" id="gained">
            {m['people.merge.gained']()}
          </h2>
          <DescriptionList
            entries={gained.map(({ field, words }) => ({ key: field, term: fieldName(field), value: words }))}
          />
        </section>
      )}
      {dropped.length > 0 && (
        <section className="stack snug" aria-labelledby="dropped">
          <h2 className="title-s" id="dropped">
            {m['people.merge.dropped']()}
          </h2>
          <DescriptionList
            entries={dropped.map(({ field, kept: stays, gone: goes }) => ({
              key: field,
              term: fieldName(field),
              value: m['people.merge.instead']({ stays, goes }),
            }))}
          />
        </section>
      )}
      {parts.length > 0 && (
        <section className="stack snug" aria-labelledby="parts">
          <h2 className="title-s" id="parts">
            {m['people.merge.moves']()}
          </h2>
          <ul>
            {parts.map(({ sessionId, title }) => (
              <li key={sessionId}>
                <Translated value={title} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="soft measure">{m['people.merge.hint']()}</p>
      <form method="post" className="cluster action-bar">
        <Button>{m['people.merge.do']()}</Button>
        <ButtonLink variant="quiet" href={`${home}/${gone.id}/merge/${kept.id}`}>
          {m['people.merge.swap']()}
        </ButtonLink>
        <ButtonLink variant="plain" href={`${home}/duplicates`}>
          {m['people.merge.back']()}
        </ButtonLink>
      </form>
    </DeskPage>
  )
}

function nameOf({ name, email }: { name: string; email: string | null }) {
  return (
    <>
      <span translate="no">{name}</span>
      {email && <span className="faint"> {email}</span>}
    </>
  )
}
