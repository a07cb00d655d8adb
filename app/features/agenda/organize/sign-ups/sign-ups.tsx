import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { signUpEdits, signUpMark } from './sign-up-edits.ts'
import { signUpsSchema } from './sign-ups.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.sign-ups.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const sessions = (await listDraftSessions(event.id)).filter(
    ({ dropped, kind }) => !dropped && kind !== 'break',
  )
  return {
    rows: sessions.map(({ id, title, startsAt, signUp, capacity }) => ({
      id,
      title: textIn(title, ctx.locale),
      when: startsAt ? formatDateTime(new Date(startsAt), event.timeZone, ctx.locale) : '',
      signUp,
      capacity,
      was: signUpMark({ signUp, capacity }),
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, signUpsSchema)
  if (!form.ok) return refuse(form, { problem: m['shared.form.wrong']() })
  const page = `/organize/events/${event.slug}/agenda/sign-ups`
  const { edits, missing } = signUpEdits(await listDraftSessions(event.id), form.data)
  if (missing.length > 0) {
    const problem = m['agenda.session.capacity-missing']()
    return refuse(refuseField(form, 'all', 'agenda.session.capacity-missing'), { problem })
  }
  if (edits.length === 0) return nothingChanged(page)
  try {
    const outcome = await editDraft(ctx, { eventId: event.id, edits })
    if (outcome.done) return redirect(page, 303)
    const problem = m['agenda.sign-ups.clash']()
    return refuse(refuseField(form, 'form', 'shared.refusal.saved-by-other'), { problem }, 409)
  } catch (error) {
    const problem = error instanceof Refusal ? refusalSentence(error.code, error.kind, error.details) : ''
    return refuseAt(error, form, { 'session-capacity-below-seats': 'form' }, { extra: { problem } })
  }
}

/** Sign-up of every session of an event in one form: which take it, and for how many. */
export default function SignUps() {
  const frame = useEventFrame()
  const { rows } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = (name: string) => refused && valueAt(refused.values, name)
  return (
    <DeskPage title={m['agenda.sign-ups.title']()}>
      <AgendaTabs event={frame.slug} current="list" />
      <p className="soft measure">{m['agenda.sign-ups.lead']()}</p>
      <p>
        <a href={`/organize/events/${frame.slug}/agenda/places`}>{m['agenda.sign-ups.rules']()}</a>
      </p>
      {refused && <Notice tone="problem" live title={refused.problem} />}
      <form method="post" className="stack">
        <DataTable
          caption={m['agenda.sign-ups.title']()}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'on',
              header: m['agenda.sign-ups.open'](),
              cell: ({ id, title, signUp, was }) => (
                <label className="tick">
                  <input type="hidden" name={`was.${id}`} value={String(typed(`was.${id}`) ?? was)} />
                  <input
                    type="checkbox"
                    name={`on.${id}`}
                    defaultChecked={refused ? typed(`on.${id}`) === 'on' : signUp}
                    aria-label={m['agenda.sign-ups.open-one']({ title })}
                  />
                </label>
              ),
            },
            { key: 'title', header: m['agenda.session.title'](), names: true, cell: ({ title }) => title },
            { key: 'when', header: m['organize.form.starts'](), cell: ({ when }) => when },
            {
              key: 'seats',
              header: m['organize.form.capacity'](),
              cell: ({ id, title, capacity }) => (
                <input
                  className="input input-short"
                  name={`seats.${id}`}
                  inputMode="numeric"
                  defaultValue={String(typed(`seats.${id}`) ?? capacity ?? '')}
                  aria-label={m['agenda.sign-ups.seats-of']({ title })}
                />
              ),
            },
          ]}
        />
        <TextField
          name="all"
          label={m['agenda.sign-ups.all']()}
          hint={m['agenda.sign-ups.all-hint']()}
          defaultValue={String(typed('all') ?? '')}
          inputMode="numeric"
          className="input-short"
        />
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
