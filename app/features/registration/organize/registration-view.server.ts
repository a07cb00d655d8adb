import type { LoaderFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import {
  getRegistration,
  listRegistrationHistory,
  listRegistrationMails,
} from '../domain/list/registration-detail.server.ts'
import { possibleSteps } from './steps/possible-steps.ts'

/** One registration as its page shows it: what the reader's role may see, and the steps it may take. */
export async function registrationLoader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.read')
  const registration = await getRegistration(ctx, event.id, params.registration ?? '')
  const [history, mails] = await Promise.all([
    event.may('activity.read') ? listRegistrationHistory(ctx, event.id, registration.id) : null,
    event.may('outbox.read') ? listRegistrationMails(ctx, event.id, registration.id) : null,
  ])
  return {
    registration,
    history,
    mails,
    timeZone: event.timeZone,
    steps: event.may('registrations.manage') ? possibleSteps(registration, event.cancelledAt !== null) : [],
    isMailed: ['resend', 'renewal'].includes(new URL(request.url).searchParams.get('done') ?? ''),
  }
}

export type RegistrationView = Awaited<ReturnType<typeof registrationLoader>>
