import type { LoaderFunctionArgs } from '@remix-run/node'
import { keptChanges } from '#app/features/events/domain/edit-changes.ts'
import { changedValues } from '#app/organize/changes/changed-values.ts'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { findAskedAddress } from '../domain/guests/guests.server.ts'
import {
  getRegistration,
  listRegistrationHistory,
  listRegistrationMails,
} from '../domain/list/registration-detail.server.ts'
import { freeInCategory, freeInEvent } from '../domain/seats/seats.ts'
import { guestPlace } from './list-place.ts'
import { possibleSteps } from './steps/possible-steps.ts'

/** One registration as its page shows it: what the reader's role may see, and the steps it may take. */
export async function registrationLoader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.read')
  const found = await getRegistration(ctx, event.id, params.registration ?? '')
  const mayManage = event.may('registrations.manage')
  const { note, beyondReason, beyondCategory, beyondEvent, ...registration } = found
  const own = (await categoriesOf(event)).find(({ id }) => id === found.categoryId)
  const isFull =
    own !== undefined && (freeInEvent(event) === 0 || freeInCategory(own) === 0 || own.waitlisted > 0)
  const asked = new URL(request.url).searchParams
  const [history, mails] = await Promise.all([
    event.may('activity.read') ? listRegistrationHistory(ctx, event.id, registration.id) : null,
    event.may('outbox.read') ? listRegistrationMails(ctx, event.id, registration.id) : null,
  ])
  return {
    registration,
    /** For organizers alone: the door sees who somebody is, not what is written about them. */
    note: mayManage ? note : '',
    isBeyond: beyondCategory || beyondEvent,
    beyondReason: mayManage ? (beyondReason ?? '') : '',
    mayExceed:
      isFull &&
      event.may('registrations.exceed') &&
      event.cancelledAt === null &&
      found.state !== 'confirmed' &&
      found.state !== 'offered',
    asked: mayManage ? await findAskedAddress(ctx, registration.id) : null,
    mayManage,
    place: guestPlace(event.slug, registration.id, asked),
    history:
      history?.map(({ details, ...entry }) => ({
        ...entry,
        details: { ...details, changes: undefined },
        changed: changedValues(keptChanges(details), event.timeZone),
      })) ?? null,
    mails,
    timeZone: event.timeZone,
    steps: mayManage ? possibleSteps(registration, event.cancelledAt !== null) : [],
    isMailed: ['resend', 'renewal'].includes(asked.get('done') ?? ''),
  }
}

export type RegistrationView = Awaited<ReturnType<typeof registrationLoader>>
