import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { getAnnouncement, getLedger, listRecipients } from '../domain/announcements.server.ts'
import { editDraft } from '../domain/save-draft.server.ts'
import { audienceChoices } from './announcement-choices.server.ts'
import { announcementSchema } from './announcement-form.schema.ts'
import { announcementFormValues, draftDetailsOf } from './announcement-form-values.ts'
import { DraftPage } from './draft-page.tsx'
import { SentPage } from './sent-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle((data && textIn(data.subject, getLocale())) || m['announcements.list.untitled'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const found = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  const { id, subject, text, audience, isPublic, sentAt, sentByName, sameAddress, withoutAddress } = found
  if (sentAt) {
    const [ledger, recipients] = await Promise.all([getLedger(id), listRecipients(id)])
    const sent = { id, text, isPublic, sentAt, sentByName, sameAddress, withoutAddress, ledger, recipients }
    return data({ subject, draft: null, sent: { ...sent, timeZone: event.timeZone } })
  }
  const choices = await audienceChoices(ctx, event)
  const values = announcementFormValues(found, choices.categories)
  const draft = {
    id,
    choices,
    values,
    base: footprint(values),
    picked: audience.picked.length,
    stale: Object.entries({ subject, text }).flatMap(([name, words]) => (isStale(words) ? [name] : [])),
    email: ctx.actor.kind === 'account' ? ctx.actor.email : '',
  }
  return data({ subject, draft, sent: null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const stored = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  if (stored.sentAt) throw new Refusal('announcement-sent', 'state')
  const choices = await audienceChoices(ctx, event)
  const page = `/organize/events/${event.slug}/announcements/${stored.id}`
  return saveMerged(request, {
    schema: announcementSchema,
    stored,
    valuesOf: (draft) => announcementFormValues(draft, choices.categories),
    save: async ({ data: typed }, seen) => {
      const details = draftDetailsOf(typed, { picked: seen.audience.picked, ...choices })
      const isChanged = await editDraft(ctx, { eventId: event.id, seen, details })
      if (typed.intent === 'check') return redirect(`${page}/sending`, 303)
      return isChanged ? redirect(page, 303) : nothingChanged(page)
    },
  })
}

/** One announcement: a form while it is a draft, what became of it afterwards. */
export default function AnnouncementPage() {
  const { subject, draft, sent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (sent) return <SentPage subject={subject} sent={sent} />
  return draft && <DraftPage subject={subject} draft={draft} refused={refused} />
}
