import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { searchable } from '#app/shared/searchable.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { getKnownPerson } from '../../domain/known-to-hosts.server.ts'
import { listPeopleToChoose, searchPeopleToChoose } from '../../domain/people-to-choose.server.ts'
import { PeopleTabs } from '../people-tabs.tsx'
import { OtherRecordForm } from './other-record-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['people.merge.title'](), matches)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Leads to the comparison with whoever is named, by id or by name; where several could be meant they are listed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const { id, name } = await getKnownPerson(ctx, event.id, params.person ?? '')
  const typed = (new URL(request.url).searchParams.get('other') ?? '').slice(0, 200)
  const { people } = uuid.test(typed)
    ? { people: await listPeopleToChoose(ctx, event.id, [typed]) }
    : await searchPeopleToChoose(ctx, event.id, { q: typed, page: 1 })
  const others = typed === '' ? [] : people.filter((one) => one.id !== id)
  const named = others.filter((one) => one.id === typed || searchable(one.name) === searchable(typed))
  if (named.length === 1) {
    throw redirect(`/organize/events/${event.slug}/people/${id}/merge/${named[0]?.id}`, 303)
  }
  return { id, name, typed: uuid.test(typed) ? '' : typed, others: named.length > 0 ? named : others }
}

export default function ChooseOther() {
  const frame = useEventFrame()
  const { id, name, typed, others } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/people`
  return (
    <DeskPage title={m['people.merge.title']()}>
      <PeopleTabs event={frame.slug} current="duplicates" />
      <a className="breadcrumb" href={`${home}/${id}`}>
        <PersonName name={name} />
      </a>
      <OtherRecordForm event={frame.slug} personId={id} typed={typed} />
      {others.length === 0 && typed !== '' && <EmptyState title={m['organize.picker.none']()} />}
      <ul className="stack snug">
        {others.map((one) => (
          <li key={one.id}>
            <a href={`${home}/${id}/merge/${one.id}`}>{m['people.one.compare']({ name: one.name })}</a>
            {one.note && <span className="faint small"> {one.note}</span>}
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
