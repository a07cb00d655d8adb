import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { publishNews } from '../../domain/parts/publish-news.server.ts'
import { publicationSchema } from '../../initiatives.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, publicationSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const { published } = form.data
  const newsId = params.entry ?? ''
  const isChanged = await publishNews(ctx, { initiativeId: initiative.id, newsId, published })
  return isChanged ? redirect(`${path}/news/${newsId}`, 303) : nothingChanged(`${path}/news/${newsId}`)
}
