import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { getRegistration } from '#app/features/registration/domain/list/registration-detail.server.ts'
import { beyondSchema, reasonSchema } from '#app/features/registration/registration.schema.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { FormErrors, FormValues } from '#app/shared/forms/form-values.ts'
import { type ReadForm, readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { guestPlace } from '../list-place.ts'

/** Answers `nothing` when everything was so already. */
type Verb = (ctx: Context, eventId: string, registrationId: string, reason: string) => Promise<unknown>

/** What the page of a registration is told when a step was refused: why, and what was typed. */
export type RefusedStep = { sentence: string | null; errors: FormErrors; values: FormValues }

type ReadReason = (request: Request) => Promise<ReadForm<string>>

const readReason: ReadReason = async (request) => {
  const form = await readForm(request, reasonSchema)
  return form.ok ? { ...form, data: form.data.reason } : form
}

/** The reason of a seat beyond capacity, which must be there. */
export const readBeyond: ReadReason = async (request) => {
  const form = await readForm(request, beyondSchema)
  return form.ok ? { ...form, data: form.data.beyond } : form
}

/**
 * The action of one step with a registration. When its state does not allow the step (any more), the same page comes
 * back with the reason and the state as it is now.
 */
export function registrationAction(verb: Verb, done: 'resend' | 'renewal' | null = null, read = readReason) {
  return async ({ request, params }: ActionFunctionArgs) => {
    const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
    const form = await read(request)
    const { values } = form
    const id = params.registration ?? ''
    if (!form.ok) {
      // Somebody else's guest is nobody here, whatever was written about them.
      await getRegistration(ctx, event.id, id)
      return refused({ sentence: null, errors: form.errors, values }, 400)
    }
    const page = guestPlace(event.slug, id, new URL(request.url).searchParams).guest
    const told = done ? `${page}${page.includes('?') ? '&' : '?'}done=${done}` : page
    try {
      const outcome = await verb(ctx, event.id, id, form.data)
      return outcome === 'nothing' ? nothingChanged(page) : redirect(told, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'state') throw error
      const sentence = refusalSentence(error.code, error.kind, error.details)
      return refused({ sentence, errors: {}, values }, 409)
    }
  }
}

/**
 * A step that can be taken back for a minute: until then its mail waits, and a seat that it frees is offered to nobody
 * else.
 */
type Undoable =
  | 'registration.cancelled'
  | 'registration.declined'
  | 'registration.moved-up'
  | 'registration.reinstated'
  | 'registration.seated-beyond'

export function undoable(verb: Verb, name: Undoable): Verb {
  return async (ctx, eventId, registrationId, reason) => {
    const { name: subjectName } = await getRegistration(ctx, eventId, registrationId)
    const freesSeats = name !== 'registration.reinstated' && name !== 'registration.seated-beyond'
    const act = { eventId, verb: name, subjectName, freesSeats }
    const work = () => verb(ctx, eventId, registrationId, reason)
    const performed = await performAct(ctx, { act, answered: unasked, work })
    if (!performed.done) throw new Error('A step with one registration mails nobody else')
    return performed.actId === null ? 'nothing' : 'done'
  }
}

const refused = (step: RefusedStep, status: number) => data(step, { status })
