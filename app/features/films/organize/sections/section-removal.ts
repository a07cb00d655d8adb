import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { removeSection } from '../../domain/sections/save-section.server.ts'
import { getSection } from '../../domain/sections/sections.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { slug, name } = await getSection(event.id, params.section ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'section.removed', subjectName: textIn(name, ctx.locale) },
    answered: unasked,
    work: () => removeSection(ctx, { eventId: event.id, slug }),
  })
  return redirect(`/organize/events/${event.slug}/films/sections`, 303)
}
