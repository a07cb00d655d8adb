import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { findChosen } from '../../domain/many/chosen-guests.server.ts'
import type { Outcome } from '../../domain/many/outcome.ts'
import { filterOf, filterQuery } from '../registration-filter.ts'
import { type SelectionInput, selectionSchema } from './selection.schema.ts'

export type SelectionStep = 'approval' | 'decline' | 'category' | 'tags' | 'untagging' | 'announcement'

type Many = (ctx: Context, eventId: string, ids: string[], form: SelectionInput) => Promise<Outcome>
type Step = { name: SelectionStep; verb: string; many: Many }

/**
 * One step with all that were chosen in the list: first what would become of them and who would be told, then, when that
 * was answered, the same for good; it can be taken back for a minute.
 */
export function selectionAction({ name, verb, many }: Step) {
  return async ({ request, params }: ActionFunctionArgs) => {
    const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
    const address = `/organize/events/${event.slug}/registrations`
    const { answered, errors, values } = await readAnswered(request)
    const form = await readForm(request, selectionSchema)
    const typed = String(form.values.tags ?? '')
    const unread = refusalSentence('form-unreadable', 'invalid', {})
    if (!form.ok) return refused({ step: name, list: address, refusal: unread, typed }, 400)
    const fields = filterFields(form.values)
    const filter = filterOf(fields, await categoriesOf(event))
    const list = `${address}${filterQuery(filter)}`
    try {
      const { id, all } = form.data
      const ids = await findChosen(ctx, event.id, { ids: id, all, filter })
      const performed = await performAct(ctx, {
        act: { eventId: event.id, verb, freesSeats: true },
        answered,
        work: () => many(ctx, event.id, ids, form.data),
        look: async (outcome) => outcome,
      })
      if (performed.done) return performed.actId ? redirect(list, 303) : nothingChanged(list)
      const { preview, seen: outcome } = performed
      const kept = { ids, reason: form.data.reason, to: form.data.to, tags: form.data.tags.join(', ') }
      const shown = { preview, outcome, kept, errors, values: { ...values, ...form.values } }
      const status = Object.keys(errors).length > 0 ? 400 : 200
      return data(
        { step: name, list, refusal: null, typed, shown, filter: Object.fromEntries(fields) },
        { status },
      )
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'rights') throw error
      const sentence = refusalSentence(error.code, error.kind, error.details)
      return refused({ step: name, list, refusal: sentence, typed }, error.kind === 'state' ? 409 : 400)
    }
  }
}

/** How the list was narrowed when one chose from it. */
export function filterFields(values: FormValues): URLSearchParams {
  return new URLSearchParams(
    ['q', 'state', 'category', 'tag', 'vip', 'answer', 'sort'].map((word) => [
      word,
      String(values[word] ?? ''),
    ]),
  )
}

type RefusedStep = { step: SelectionStep; list: string; refusal: string; typed: string }

export function refused(step: RefusedStep, status: number) {
  return data({ ...step, shown: null, filter: {} as Record<string, string> }, { status })
}

export type SelectionAnswer = Exclude<
  Awaited<ReturnType<ReturnType<typeof selectionAction>>>,
  Response
>['data']

/** Opened by its address, a step has nobody chosen: its page leads to the list, where one chooses. */
export async function selectionLoader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'registrations.manage')
  return { list: `/organize/events/${event.slug}/registrations` }
}
