import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { countFeedback } from '#app/features/afterwards/domain/given-feedback.server.ts'
import { besideIn } from '#app/features/figures/beside.ts'
import { overviewFigures } from '#app/features/figures/figures-view.server.ts'
import { OverviewPlots } from '#app/features/figures/overview-plots.tsx'
import { countAnswers } from '#app/features/invitations/domain/invitations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { registrationStateName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace, formatCount } from '#app/shared/time/format.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { SeatsRing } from '#app/ui/ring/seats-ring.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { FeedbackLine } from './feedback-line.tsx'
import { FirstStepsList } from './first-steps-list.tsx'
import { PublicPageLink } from './settings/public-page-link.tsx'
import { PublicationForm } from './settings/publication-form.tsx'
import { SpeakerAnswers } from './speaker-answers.tsx'
import { StandingTasks } from './standing-tasks.tsx'
import { listThingsToDo } from './things-to-do.server.ts'
import { ThingsToDo } from './things-to-do.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.event.overview'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.read')
  const isOver = event.endsAt <= ctx.now && !event.cancelledAt
  const categories = await categoriesOf(event)
  const [figures, { things, steps }, answers, feedback] = await Promise.all([
    overviewFigures(ctx, event, categories, besideIn(request)),
    listThingsToDo(ctx, event),
    event.may('agenda.edit') ? countAnswers(event.id) : [],
    isOver && event.asksFeedback && event.may('registrations.manage') ? countFeedback(event.id) : null,
  ])
  const mayEdit = event.may('event.edit')
  // What the list of next things says is not said above it again.
  const isListed = things.some((thing) => thing.kind === 'mail')
  return data({
    saysStuckMails: isListed,
    mayEdit,
    event: {
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      city: event.venue?.city ?? null,
      capacity: event.capacity,
      seated: event.seated - event.beyond,
    },
    categories: categories.map(
      ({ id, name, capacity, pending, confirmed, waitlisted, offered, cancelled, declined }) => ({
        id,
        name,
        capacity,
        states: { pending, confirmed, waitlisted, offered, cancelled, declined },
      }),
    ),
    figures,
    answers,
    feedback,
    things,
    steps,
  })
}

type Category = { id: string; name: Parameters<typeof Translated>[0]['value']; capacity: number | null } & {
  states: Record<(typeof registrationStates)[number], number>
}

export default function EventOverview() {
  const frame = useEventFrame()
  const { event, mayEdit, categories, figures, answers, feedback, things, steps } =
    useLoaderData<typeof loader>()
  return (
    <DeskPage
      title={<Translated value={frame.title} />}
      actions={
        <>
          <PublicPageLink slug={frame.slug} published={frame.published} />
          {mayEdit && (
            <ButtonLink variant="plain" href={`/organize/events/${frame.slug}/copy`}>
              {m['organize.copy.title']()}
            </ButtonLink>
          )}
          {mayEdit && !frame.cancelled && <PublicationForm slug={frame.slug} published={frame.published} />}
        </>
      }
    >
      <p className="lede">
        <TimeRange
          start={event.startsAt}
          end={event.endsAt}
          zone={event.timeZone}
          place={clockPlace(textIn(event.city, getLocale()), event.timeZone, getLocale())}
        />
      </p>
      {steps.length > 0 && <FirstStepsList slug={frame.slug} steps={steps} />}
      <StandingTasks {...frame} pending={categories.reduce((sum, { states }) => sum + states.pending, 0)} />
      {things.length > 0 && <ThingsToDo slug={frame.slug} things={things} />}
      {feedback && feedback.asked > 0 && <FeedbackLine slug={frame.slug} feedback={feedback} />}
      <section className="stack snug" aria-labelledby="seats">
        <h2 className="title-m" id="seats">
          {m['organize.overview.seats']()}
        </h2>
        {event.capacity !== null && (
          <div className="measure">
            <SeatsRing taken={event.seated} capacity={event.capacity} />
          </div>
        )}
        <DataTable
          caption={m['organize.overview.by-category']()}
          columns={columns()}
          rows={categories}
          rowKey={(category) => category.id}
        />
      </section>
      {answers.length > 0 && (
        <section className="stack snug" aria-labelledby="answers">
          <h2 className="title-m" id="answers">
            {m['organize.overview.answers']()}
          </h2>
          <SpeakerAnswers slug={frame.slug} answers={answers} />
        </section>
      )}
      <OverviewPlots figures={figures} page={`/organize/events/${frame.slug}`} />
    </DeskPage>
  )
}

function columns(): Column<Category>[] {
  const count = (value: number) => formatCount(value, getLocale())
  return [
    {
      key: 'name',
      header: m['organize.category.name'](),
      names: true,
      cell: ({ name }) => <Translated value={name} />,
    },
    ...registrationStates.map((state) => ({
      key: state,
      header: registrationStateName(state),
      align: 'end' as const,
      cell: ({ states }: Category) => count(states[state]),
    })),
    {
      key: 'capacity',
      header: m['organize.category.capacity'](),
      align: 'end',
      cell: ({ capacity }) => (capacity === null ? m['organize.category.no-limit']() : count(capacity)),
    },
  ]
}
