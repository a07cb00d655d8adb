import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listEventActivity } from '#app/features/events/domain/event-activity.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { activitySentence } from '#app/organize/activity-sentence.ts'
import type { ChangedValue } from '#app/organize/changes/changed-values.ts'
import { ChangesList } from '#app/organize/changes/changes-list.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { chosenAddress } from '#app/shared/pages/chosen-address.ts'
import { formatDay, formatTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import { activityAreas, areaName, areaNames, pageOfEntry, readActivityQuery } from './activity-query.ts'
import { activityView, type Restoring } from './activity-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.event.activity'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'activity.read')
  const categories = await categoriesOf(event)
  const { q, area, before } = readActivityQuery(new URL(request.url).searchParams)
  const filter = { olderThan: before, kinds: area ? activityAreas[area] : [], q }
  const { entries: found, olderThan: next } = await listEventActivity(event.id, filter)
  const categoryIds = categories.map((category) => category.id)
  const venueIds = (await listVenues(event.id)).map((venue) => venue.id)
  const entries = await activityView(ctx, { event, categoryIds, venueIds }, found)
  return data({ timeZone: event.timeZone, entries, next, q, area, isFirst: before === undefined })
}

export default function Activity() {
  const frame = useEventFrame()
  const { timeZone, entries, next, q, area, isFirst } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const base = `/organize/events/${frame.slug}`
  const address = `${base}/activity`
  const filtered = chosenAddress(address, { q, area })
  const days = new Map<string, typeof entries>()
  for (const entry of entries) {
    const day = formatDay(entry.at, timeZone, locale)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <DeskPage title={m['organize.event.activity']()}>
      <SearchForm
        address={address}
        q={q}
        label={m['organize.activity.search']()}
        hint={m['organize.activity.search-hint']()}
        kept={{ area }}
      />
      <TabsNav
        label={m['organize.activity.filter']()}
        items={[null, ...areaNames].map((one) => ({
          href: chosenAddress(address, { q, area: one }),
          label: one ? areaName(one) : m['organize.activity.all'](),
          current: one === area,
        }))}
      />
      {entries.length === 0 && (
        <EmptyState title={q || area ? m['organize.activity.none-found']() : m['organize.activity.none']()} />
      )}
      {[...days].map(([day, done]) => (
        <section key={day} className="chapter">
          <h2 className="title-s">{day}</h2>
          <ul className="stack tight">
            {done.map((entry) => (
              <li key={entry.id}>
                <time className="faint figures" dateTime={entry.at.toISOString()}>
                  {formatTime(entry.at, timeZone, locale)}
                </time>{' '}
                <Sentence
                  words={activitySentence(entry)}
                  page={pageOfEntry(base, entry.verb, entry.subjectId)}
                />
                <Changes values={entry.changed} restoring={entry.restoring} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pager
        previous={isFirst ? null : filtered}
        next={next === null ? null : chosenAddress(address, { q, area, before: String(next) })}
      />
    </DeskPage>
  )
}

function Sentence({ words, page }: { words: string; page: string | null }) {
  return page ? <a href={page}>{words}</a> : words
}

function Changes({ values, restoring }: { values: ChangedValue[]; restoring: Restoring | null }) {
  if (values.length === 0) return null
  return (
    <details>
      <summary>{m['organize.activity.what-changed']()}</summary>
      <div className="stack tight">
        <ChangesList values={values} />
        {restoring && (
          <form method="post" action={restoring.action}>
            {restoring.gesture && <input type="hidden" name="gesture" value={restoring.gesture} />}
            <Button variant="quiet" name={restoring.name} value={restoring.value}>
              {m['organize.activity.restore']()}
            </Button>
          </form>
        )}
      </div>
    </details>
  )
}
