import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { withdrawInvitation } from '../domain/end-invitation.server.ts'
import { requireOwnQuota } from '../domain/quota-right.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const quota = await requireOwnQuota(ctx, event.id, params.quota ?? '')
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'quota.withdrawn', subjectName: textIn(quota.organization, ctx.locale) },
    answered: unasked,
    work: () => withdrawInvitation(ctx, { eventId: event.id, quotaId: quota.id, id: params.guest ?? '' }),
  })
  if (!performed.done) throw new Error('Taking back one invitation mails nobody else')
  const page = `/organize/events/${event.slug}/quotas/${quota.id}`
  return performed.actId ? redirect(page, 303) : nothingChanged(page)
}
