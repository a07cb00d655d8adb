import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { localPath } from '#app/shared/auth/local-path.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { oneOf, optionalLine } from '#app/shared/forms/fields.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { localeCookie } from '#app/shared/http/cookies.server.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { changeLanguage } from './domain/change-language.server.ts'

const schema = z.object({ locale: oneOf(locales), to: optionalLine(500) })

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  await changeLanguage(ctx, form.data.locale)
  const headers = { 'Set-Cookie': localeCookie(form.data.locale) }
  return redirect(localPath(form.data.to), { status: 303, headers })
}
