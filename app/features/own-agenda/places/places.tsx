import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { Programme } from '#app/features/agenda/programme.tsx'
import { answerLink } from '#app/features/registration/attendee-language.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import type { PlaceOutcome } from '../domain/places/choose-places.ts'
import { takePlaces } from '../domain/places/take-places.server.ts'
import { PartList } from '../parts/part-list.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { placesSchema, placeWishes } from './places.schema.ts'
import { type PlacesView, placesView } from './places-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['own-agenda.places.title']() }]

export function loader({ request, params }: LoaderFunctionArgs) {
  return placesView(request, params.token ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  const form = await readForm(request, placesSchema)
  if (!form.ok) return refuse(form, { had: 0, asked: 0, refused: [] })
  const outcomes = await takePlaces(ctx, token, placeWishes(form.data))
  const refused = outcomes.flatMap(refusedPlace)
  const page = new URL(request.url)
  if (refused.length === 0) return redirect(`${page.pathname}${page.search}`, 303)
  const told = { had: outcomes.length - refused.length, asked: outcomes.length, refused }
  return data({ errors: {}, values: form.values, ...told }, 409)
}

function refusedPlace(outcome: PlaceOutcome) {
  if (outcome.kind !== 'refused') return []
  const { sessionId, seats, reason, details } = outcome
  return [{ sessionId, seats, sentence: refusalSentence(reason, 'state', details) }]
}

/** Seats in many sessions with one press: how many in which, each for itself. */
export default function Places() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { token, event, attendee, agenda, shown, days, day, q } = page
  const path = `/registrations/${token}/places`
  const isSeated = attendee.state === 'confirmed' && !event.isCancelled
  return (
    <PersonalPage event={event} title={m['own-agenda.places.title']()}>
      <a className="breadcrumb" href={`/registrations/${token}/agenda`}>
        {m['own-agenda.page.title']()}
      </a>
      <p className="measure">{limitsText(page)}</p>
      {page.wasMailed && <Notice tone="success" live title={m['own-agenda.parts.mailed']()} />}
      {!isSeated && <Notice tone="warning" title={m['own-agenda.seat.needs-seat']()} />}
      {answer && (
        <Notice
          tone={answer.had > 0 ? 'warning' : 'problem'}
          live
          title={m['own-agenda.places.outcome']({ had: answer.had, asked: answer.asked })}
        >
          <p>{m['own-agenda.places.outcome-hint']()}</p>
        </Notice>
      )}
      {page.parts.length > 0 && <PartList parts={page.parts} token={token} isSeated={isSeated} />}
      {page.parts.length > 0 && <h2>{m['own-agenda.parts.sessions']()}</h2>}
      <SearchForm
        address={path}
        q={q}
        label={m['own-agenda.places.search']()}
        isFiltered={q !== '' || day !== null}
      >
        {days.length > 1 && (
          <SelectField
            name="day"
            label={m['own-agenda.places.day']()}
            defaultValue={day ?? ''}
            placeholder={m['own-agenda.places.all-days']()}
            options={days.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
      </SearchForm>
      {shown.length === 0 && <EmptyState title={m['own-agenda.places.none']()} />}
      {shown.length > 0 && (
        <form method="post" className="stack">
          {shown.map((one) => (
            <section key={one.id} aria-labelledby={one.id}>
              <h2 className="day" id={one.id}>
                {one.label}
              </h2>
              <Programme
                eventSlug={event.slug}
                timeZone={event.timeZone}
                agenda={agenda}
                day={one}
                anchor="place"
                actions={(session) => (
                  <PlaceChoice
                    page={page}
                    session={session}
                    refused={answer?.refused.find(({ sessionId }) => sessionId === session.id)}
                    isSeated={isSeated}
                  />
                )}
              />
            </section>
          ))}
          {isSeated && (
            <p className="action-bar">
              <Button>{m['own-agenda.places.save']()}</Button>
            </p>
          )}
        </form>
      )}
    </PersonalPage>
  )
}

function limitsText({ limits, taken }: Pick<PlacesView, 'limits' | 'taken'>) {
  const { perGuest, perSession } = limits
  const sentences = [
    perGuest === null
      ? m['own-agenda.places.taken']({ taken })
      : m['own-agenda.places.taken-of']({ taken, limit: perGuest }),
    m['own-agenda.places.per-session']({ limit: perSession }),
  ]
  return sentences.join(' ')
}
