import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { tableSource } from '#app/shared/tables/table-source.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listGuests } from '../domain/guest-invitations.server.ts'
import { inviteGuests } from '../domain/invite-guests.server.ts'
import { requireOwnQuota } from '../domain/quota-right.server.ts'
import { unusedPlaces } from '../domain/quota-rule.ts'
import { lineViews, readGuestLines } from './guest-lines.ts'
import { GuestList } from './guest-list.tsx'
import { inviteSchema, longestList } from './invite.schema.ts'
import { InviteForm } from './invite-form.tsx'
import { BackToQuotas } from './quota-parts.tsx'

extendFormMessages({ 'quotas.invite.too-long': m['quotas.invite.too-long'] })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['quotas.guests.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const quota = await requireOwnQuota(ctx, event.id, params.quota ?? '')
  const guests = await listGuests(ctx, event.id, quota.id)
  return data({
    locale: ctx.locale,
    timeZone: event.timeZone,
    quota: quota.id,
    organization: quota.organization,
    category: quota.category,
    left: quota.releasedAt ? 0 : unusedPlaces(quota),
    isOver: quota.releasedAt !== null,
    guests,
  })
}

/** Whom a list would ask is looked at first, with every mail; then it is done, and can be taken back for a minute. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const quota = await requireOwnQuota(ctx, event.id, params.quota ?? '')
  const { answered, errors, values } = await readAnswered(request)
  const posted = await readForm(request, inviteSchema)
  if (!posted.ok) return refuse(posted)
  const { file, language } = posted.data
  const { text } = await tableSource({ file, text: posted.data.text, bytes: '', encoding: null })
  // What came in a file stands in the field from now on, to be corrected there.
  const form = { ...posted, values: { ...posted.values, text, file: '' } }
  if (text.length > longestList) return refuse(refuseField(form, 'text', 'quotas.invite.too-long'))
  const lines = readGuestLines(text, { category: quota.categoryCode, language })
  const guests = lines.flatMap((row) => ('guest' in row ? [{ ...row.guest, category: row.category }] : []))
  if (lines.length === 0) return refuse(refuseField(form, 'text', 'shared.form.missing'))
  try {
    const performed = await performAct(ctx, {
      act: { eventId: event.id, verb: 'quota.invited', subjectName: textIn(quota.organization, ctx.locale) },
      answered,
      work: () => inviteGuests(ctx, { eventId: event.id, quotaId: quota.id, guests }),
      look: async (outcomes) => lineViews(lines, outcomes),
    })
    if (!performed.done) {
      const shown = { ok: false as const, errors, values: { ...form.values, ...values } }
      return refuse(shown, { preview: performed.preview, lines: performed.seen }, previewStatus(errors))
    }
    const page = `/organize/events/${event.slug}/quotas/${quota.id}`
    return performed.actId ? redirect(page, 303) : nothingChanged(page)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'text' })
  }
}

export default function OwnGuests() {
  const frame = useEventFrame()
  const { quota, organization, category, left, isOver, guests, locale, timeZone } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const page = `/organize/events/${frame.slug}/quotas`
  const mayRemind = guests.some(({ state }) => state === 'open')
  return (
    <DeskPage
      title={<Translated value={organization} />}
      actions={
        mayRemind && (
          <ButtonLink variant="quiet" href={`${page}/${quota}/reminder`}>
            {m['quotas.remind.title']()}
          </ButtonLink>
        )
      }
    >
      <BackToQuotas slug={frame.slug} />
      <p className="lede">
        <Translated value={category} />
        {' · '}
        {isOver ? m['quotas.guests.over']() : m['quotas.guests.left']({ count: left })}
      </p>
      {!isOver && (
        <InviteForm
          refused={refused}
          preview={previewIn(refused)}
          lines={refused && 'lines' in refused ? refused.lines : null}
          locale={locale}
        />
      )}
      <GuestList guests={guests} timeZone={timeZone} address={`${page}/${quota}`} isOver={isOver} />
    </DeskPage>
  )
}
