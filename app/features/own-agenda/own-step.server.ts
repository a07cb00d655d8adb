import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerLink } from '#app/features/registration/attendee-language.server.ts'
import type { Context } from '#app/shared/context.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { ownStepSchema } from './own-step.schema.ts'

type Step = (ctx: Context, token: string, sessionId: string) => Promise<unknown>

/** The action of a button in an own agenda: does it, and leads back to where the button was. */
export function ownStep(step: Step) {
  return async ({ request, params }: ActionFunctionArgs) => {
    const ctx = await visitorContext(request, params)
    const { token = '', session = '' } = params
    await answerLink(request, token)
    const form = await readForm(request, ownStepSchema)
    await step(ctx, token, session)
    const back = form.ok && /^(own|all)-[a-z0-9-]+$/.test(form.data.back ?? '') ? `#${form.data.back}` : ''
    const mine = form.ok && form.data.mine ? '?mine=1' : ''
    return redirect(`/registrations/${token}/agenda${mine}${back}`, 303)
  }
}
