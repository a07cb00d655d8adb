import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publishInitiative } from '../domain/editing/publish-initiative.server.ts'
import { publicationSchema } from '../initiatives.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, publicationSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const { published } = form.data
  if ((initiative.publishedAt !== null) === published) return nothingChanged(path)
  await performAct(ctx, {
    act: {
      initiativeId: initiative.id,
      verb: published ? 'initiative.published' : 'initiative.unpublished',
      subjectName: textIn(initiative.name, ctx.locale),
    },
    answered: unasked,
    work: () => publishInitiative(ctx, { initiativeId: initiative.id, published }),
  })
  return redirect(path, 303)
}
