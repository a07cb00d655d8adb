import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { getAnnouncement } from '../domain/announcements.server.ts'
import { removeDraft } from '../domain/save-draft.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const { id, subject } = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'announcement.removed', subjectName: textIn(subject, ctx.locale) },
    answered: unasked,
    work: () => removeDraft(ctx, { eventId: event.id, id }),
  })
  return redirect(`/organize/events/${event.slug}/announcements`, 303)
}
