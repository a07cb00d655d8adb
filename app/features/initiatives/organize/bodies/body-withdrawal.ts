import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { withdrawBody } from '../../domain/bodies/withdraw-body.server.ts'

/** A body leaves; somebody of no other one sees the initiative no more, and takes it back from the act's page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params, 'initiative.bodies')
  const organization = await getOrganization(params.organization ?? '')
  const performed = await performAct(ctx, {
    act: {
      initiativeId: initiative.id,
      verb: 'body.withdrawn',
      subjectName: textIn(organization.name, ctx.locale),
    },
    answered: unasked,
    work: () => withdrawBody(ctx, { initiativeId: initiative.id, organizationId: organization.id }),
  })
  const actId = performed.done ? performed.actId : null
  return redirect(actId ? `/organize/acts/${actId}` : `${path}/bodies`, 303)
}
