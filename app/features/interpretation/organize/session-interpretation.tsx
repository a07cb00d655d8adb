import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { interpretationGaps } from '../domain/interpretation-gaps.ts'
import { getSessionPlan } from '../domain/interpretation-plan.server.ts'
import { saveSessionPlan } from '../domain/save-session-plan.server.ts'
import { GapList } from './gap-list.tsx'
import { gapViews } from './gap-views.ts'
import { sessionPlanOf, sessionPlanSchema, sessionPlanValues } from './interpretation.schema.ts'
import { PlanFields } from './plan-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  eventTitle(page ? m['interpretation.plan.of']({ session: page.title }) : '', matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const [{ session, plan, others, rules }, people] = await Promise.all([
    getSessionPlan(event.id, params.session ?? ''),
    listPeopleChoices(ctx, event.id),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const inSession = [...new Set(session.appearances.map(({ personId }) => personId))]
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? '' }))
  const interpreters = session.appearances
    .filter(({ role }) => role === 'interpreter')
    .map(({ personId }) => personId)
  const gaps = interpretationGaps(
    others.map(({ interpreted }) => interpreted),
    rules,
  )
  const values = sessionPlanValues(plan)
  return data({
    id: session.id,
    title: textIn(session.title, ctx.locale),
    values,
    base: footprint(values),
    speakers: named(inSession.filter((id) => !interpreters.includes(id))),
    interpreters: named([...new Set(interpreters)]),
    gaps: gapViews(
      gaps.filter(({ sessionId }) => sessionId === session.id),
      names,
    ),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { session, plan: stored } = await getSessionPlan(event.id, params.session ?? '')
  const page = `/organize/events/${event.slug}/agenda/interpretation/${session.id}`
  return saveMerged(request, {
    schema: sessionPlanSchema,
    stored,
    valuesOf: sessionPlanValues,
    save: async (form, seen) => {
      try {
        const plan = sessionPlanOf(form.data)
        const isChanged = await saveSessionPlan(ctx, { eventId: event.id, sessionId: session.id, seen, plan })
        return isChanged ? redirect(page, 303) : nothingChanged(page)
      } catch (error) {
        return refuseAt(error, form, { 'shifts-too-many': 'form', 'person-missing': 'form' })
      }
    },
  })
}

/** Who interprets a session when and how, and what is spoken in which turn. */
export default function SessionInterpretation() {
  const frame = useEventFrame()
  const { id, title, values, base, speakers, interpreters, gaps } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['interpretation.plan.of']({ session: title })}>
      <p className="cluster">
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/agenda/interpretation`}>
          {m['interpretation.page.title']()}
        </a>
        <a href={`/organize/events/${frame.slug}/agenda/sessions/${id}`}>
          {m['interpretation.plan.session']()}
        </a>
      </p>
      {gaps.length > 0 && <GapList gaps={gaps} />}
      <form method="post" noValidate className="form wide" data-kept>
        <FormVersions refused={refused} base={base} />
        <FaultList errors={refused?.errors} />
        <PlanFields
          values={refused?.values ?? values}
          errors={refused?.errors}
          speakers={speakers}
          interpreters={interpreters}
        />
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
