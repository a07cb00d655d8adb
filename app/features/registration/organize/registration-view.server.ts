import type { LoaderFunctionArgs } from '@remix-run/node'
import { findUndelivered } from '#app/features/bounces/domain/find-undelivered.server.ts'
import { keptChanges } from '#app/features/events/domain/edit-changes.ts'
import { listHosts } from '#app/features/organizations/domain/organizations.server.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { changedValues } from '#app/organize/changes/changed-values.ts'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { viewerOf } from '#app/organize/organizer-frame.server.ts'
import type { Context } from '#app/shared/context.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { shownAnswers } from '../answering/given-answers.tsx'
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
  const { note, answers, beyondReason, beyondCategory, beyondEvent, ...registration } = found
  const own = (await categoriesOf(event)).find(({ id }) => id === found.categoryId)
  const isFull =
    own !== undefined && (freeInEvent(event) === 0 || freeInCategory(own) === 0 || own.waitlisted > 0)
  const asked = new URL(request.url).searchParams
  const [history, mails, undelivered, questions] = await Promise.all([
    event.may('activity.read') ? listRegistrationHistory(ctx, event.id, registration.id) : null,
    event.may('outbox.read') ? listRegistrationMails(ctx, event.id, registration.id) : null,
    findUndelivered([registration.email]),
    listQuestions(event.id),
  ])
  return {
    registration,
    /** For organizers alone too: somebody may have written of their health. */
    answers: mayManage ? shownAnswers(answers, questions) : [],
    asksQuestions: questions.length > 0,
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
    isUndelivered: undelivered.size > 0,
    /** Where organizers read why, and can change it. */
    whyUndelivered:
      undelivered.size > 0 && event.may('outbox.read')
        ? await whyAt(ctx, event.id, registration.email)
        : null,
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

/** The list of what does not arrive, of a host whose mails the reader may see. */
async function whyAt(ctx: Context, eventId: string, email: string): Promise<string | null> {
  const [hosts, viewer] = await Promise.all([listHosts(eventId), viewerOf(ctx)])
  const own = viewer.organizations.find(
    ({ slug, role }) => roleMay(role, 'outbox.read') && hosts.some((host) => host.slug === slug),
  )
  return own ? `/organize/organizations/${own.slug}/suppressions?q=${encodeURIComponent(email)}` : null
}

export type RegistrationView = Awaited<ReturnType<typeof registrationLoader>>
