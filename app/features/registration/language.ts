import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { answerLink } from './attendee-language.server.ts'
import { changeLanguage } from './domain/lifecycle/change-answers.server.ts'
import { languageSchema } from './registration.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await answerLink(request, params.token ?? '')
  const form = await readForm(request, languageSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  await changeLanguage(ctx, params.token ?? '', form.data.language)
  return redirect(`/registrations/${params.token}`, 303)
}
