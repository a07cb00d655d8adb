import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { removeCategory } from '#app/features/events/domain/categories/remove-category.server.ts'
import { getCategory } from '#app/features/events/domain/organized-events.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const category = await getCategory(event.id, params.category ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'category.removed', subjectName: textIn(category.name, ctx.locale) },
    answered: unasked,
    work: () => removeCategory(ctx, { eventId: event.id, categoryId: category.id }),
  })
  return redirect(`/organize/events/${event.slug}/categories`, 303)
}
