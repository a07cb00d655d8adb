import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { draftToPicked } from '#app/features/announcements/domain/draft-to-picked.server.ts'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { filterOf, filterQuery } from '../registration-filter.ts'
import { selectionSchema } from './selection.schema.ts'
import { filterFields, refused, selectionLoader } from './selection-action.server.ts'
import { SelectionPage, selectionMeta } from './selection-page.tsx'

export const meta = selectionMeta
export const loader = selectionLoader

/** Begins an announcement for those who were chosen; what it says and when it goes is written there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const address = `/organize/events/${event.slug}/registrations`
  const form = await readForm(request, selectionSchema)
  const step = { step: 'announcement', list: address, typed: '' } as const
  if (!form.ok) return refused({ ...step, refusal: refusalSentence('form-unreadable', 'invalid', {}) }, 400)
  const filter = filterOf(filterFields(form.values), await categoriesOf(event))
  try {
    const { id, all } = form.data
    const draft = await draftToPicked(ctx, event.id, { ids: id, all, filter })
    return redirect(`/organize/events/${event.slug}/announcements/${draft.id}`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'rights') throw error
    const refusal = refusalSentence(error.code, error.kind, error.details)
    const status = error.kind === 'state' ? 409 : 400
    return refused({ ...step, list: `${address}${filterQuery(filter)}`, refusal }, status)
  }
}

export default SelectionPage
