import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getInitiativeForPreview } from '../domain/initiatives.server.ts'
import { InitiativeStory } from '../initiative-story.tsx'
import { initiativeView } from '../initiative-view.server.ts'
import { initiativeDesk } from './initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from './initiative-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.desk.preview'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, desk } = await initiativeDesk(request, params)
  const shown = await getInitiativeForPreview(initiative.id)
  return data({ desk, view: await initiativeView(shown, ctx.locale) })
}

/** The page as readers will find it. */
export default function InitiativePreview() {
  const { desk, view } = useLoaderData<typeof loader>()
  return (
    <InitiativeFrame desk={desk} current="about" title={m['initiatives.desk.preview']()}>
      <InitiativeStory {...view} titled="p" />
    </InitiativeFrame>
  )
}
