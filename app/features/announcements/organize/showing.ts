import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { checkbox } from '#app/shared/forms/fields.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { getAnnouncement } from '../domain/announcements.server.ts'
import { showAnnouncement } from '../domain/show-announcement.server.ts'

const showingSchema = z.object({ isPublic: checkbox() })

/** Puts a sent announcement on the event's page, or takes it off. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const { id } = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  const form = await readForm(request, showingSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const page = `/organize/events/${event.slug}/announcements/${id}`
  const isChanged = await showAnnouncement(ctx, { eventId: event.id, id, isPublic: form.data.isPublic })
  return isChanged ? redirect(page, 303) : nothingChanged(page)
}
