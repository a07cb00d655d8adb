import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { getCity } from '../domain/cities.server.ts'
import { removeCity } from '../domain/save-city.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const city = await getCity(ctx, initiative.id, params.city ?? '')
  await performAct(ctx, {
    act: { initiativeId: initiative.id, verb: 'city.removed', subjectName: textIn(city.name, ctx.locale) },
    answered: unasked,
    work: () => removeCity(ctx, { initiativeId: initiative.id, cityId: city.id }),
  })
  return redirect(`${path}/cities`, 303)
}
