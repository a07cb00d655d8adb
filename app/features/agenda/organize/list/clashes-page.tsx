import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getClashInput } from '#app/features/agenda/domain/clashes/clash-input.server.ts'
import { findClashes } from '#app/features/agenda/domain/clashes/clashes.ts'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { interpretationGaps } from '#app/features/interpretation/domain/interpretation-gaps.ts'
import { listInterpretation } from '#app/features/interpretation/domain/interpretation-plan.server.ts'
import { GapList } from '#app/features/interpretation/organize/gap-list.tsx'
import { gapViews } from '#app/features/interpretation/organize/gap-views.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ClashList } from './clash-list.tsx'
import { clashViews, groupedClashes } from './clash-views.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.clash.page-title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const input = await getClashInput(event.id)
  const people = await listPeopleChoices(ctx, event.id)
  const names = new Map(people.map((person) => [person.id, person.name]))
  const views = clashViews(findClashes(input), { sessions: [...input.sessions], names })
  const { sessions, rules } = await listInterpretation(event.id)
  const gaps = interpretationGaps(
    sessions.map(({ interpreted }) => interpreted),
    rules,
  )
  return data({ clashes: groupedClashes(views), gaps: gapViews(gaps, names) })
}

export default function Clashes() {
  const frame = useEventFrame()
  const { clashes, gaps } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['agenda.clash.page-title']()}>
      <AgendaTabs event={frame.slug} current="clashes" />
      {clashes.length === 0 && gaps.length === 0 ? (
        <EmptyState title={m['agenda.clash.none']()}>{m['agenda.clash.none-hint']()}</EmptyState>
      ) : (
        <>
          <p className="measure soft">{m['agenda.clash.lead']()}</p>
          <ClashList clashes={clashes} home={`/organize/events/${frame.slug}`} />
          {gaps.length > 0 && (
            <section className="stack" aria-labelledby="interpretation">
              <h2 className="title-m" id="interpretation">
                <a href={`/organize/events/${frame.slug}/agenda/interpretation`}>
                  {m['interpretation.page.title']()}
                </a>
              </h2>
              <GapList gaps={gaps} />
            </section>
          )}
        </>
      )}
    </DeskPage>
  )
}
