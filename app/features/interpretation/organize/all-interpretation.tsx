import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { directionsOf, interpretationGaps, needsOf, usualRules } from '../domain/interpretation-gaps.ts'
import { getInterpretationRules, listInterpretation } from '../domain/interpretation-plan.server.ts'
import { setInterpretationRules } from '../domain/set-interpretation-rules.server.ts'
import { GapList } from './gap-list.tsx'
import { gapViews } from './gap-views.ts'
import { rulesSchema, rulesValues } from './interpretation.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['interpretation.page.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const [{ sessions, rules }, people] = await Promise.all([
    listInterpretation(event.id),
    listPeopleChoices(ctx, event.id),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const gaps = interpretationGaps(
    sessions.map(({ interpreted }) => interpreted),
    rules,
  )
  const values = rulesValues(rules)
  return data({
    values,
    base: footprint(values),
    sessions: sessions.map(({ session, plan, interpreted }) => ({
      id: session.id,
      title: textIn(session.title, ctx.locale),
      when: session.startsAt ? formatDateTime(new Date(session.startsAt), event.timeZone, ctx.locale) : '',
      spoken: interpreted.spoken,
      needs: needsOf(interpreted),
      isInterpreted:
        directionsOf(interpreted).length > 0 ||
        plan.shifts.length > 0 ||
        gaps.some(({ sessionId }) => sessionId === session.id),
      gaps: gapViews(
        gaps.filter(({ sessionId }) => sessionId === session.id),
        names,
      ),
    })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const page = `/organize/events/${event.slug}/agenda/interpretation`
  return saveMerged(request, {
    schema: rulesSchema,
    stored: await getInterpretationRules(event.id),
    valuesOf: rulesValues,
    save: async ({ data: form }, seen) => {
      const rules = {
        longestMinutes: form.longestMinutes || usualRules.longestMinutes,
        restMinutes: form.restMinutes ?? usualRules.restMinutes,
      }
      const isChanged = await setInterpretationRules(ctx, { eventId: event.id, seen, rules })
      return isChanged ? redirect(page, 303) : nothingChanged(page)
    },
  })
}

/** Which sessions are interpreted, what their plans lack, and how long interpreters work on end. */
export default function AllInterpretation() {
  const frame = useEventFrame()
  const { sessions } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/agenda/interpretation`
  const needed = sessions.filter(({ isInterpreted }) => isInterpreted)
  const others = sessions.filter(({ isInterpreted }) => !isInterpreted)
  return (
    <DeskPage title={m['interpretation.page.title']()}>
      <AgendaTabs event={frame.slug} current="interpretation" />
      <p className="soft measure">{m['interpretation.page.lead']()}</p>
      {needed.length === 0 && (
        <EmptyState title={m['interpretation.page.none']()}>
          {m['interpretation.page.none-hint']()}
        </EmptyState>
      )}
      {needed.map(({ id, title, when, spoken, needs, gaps }) => (
        <section key={id} className="stack tight" aria-labelledby={`session-${id}`}>
          <h2 className="title-s" id={`session-${id}`}>
            <a href={`${home}/${id}`}>{title}</a>
          </h2>
          <p className="small soft">
            {[
              when,
              spoken.map(languageWord).join(', '),
              ...needs.map(([target, count]) =>
                m['interpretation.page.needs']({ count, target: languageWord(target) }),
              ),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {gaps.length === 0 ? (
            <p>
              <StateMark tone="good">{m['interpretation.page.whole']()}</StateMark>
            </p>
          ) : (
            <GapList gaps={gaps} />
          )}
        </section>
      ))}
      {others.length > 0 && (
        <details>
          <summary>{m['interpretation.page.others']()}</summary>
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <a href={`${home}/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <RulesForm />
    </DeskPage>
  )
}

function RulesForm() {
  const { values: stored, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? stored
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  return (
    <section className="stack" aria-labelledby="rules">
      <h2 className="title-m" id="rules">
        {m['interpretation.rules.title']()}
      </h2>
      <form method="post" noValidate className="form" data-kept lang={getLocale()}>
        <FormVersions refused={refused} base={base} />
        <FaultList errors={refused?.errors} />
        <TextField
          {...field('longestMinutes')}
          label={m['interpretation.rules.longest']()}
          inputMode="numeric"
          className="input-short"
        />
        <TextField
          {...field('restMinutes')}
          label={m['interpretation.rules.rest']()}
          inputMode="numeric"
          className="input-short"
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
    </section>
  )
}
