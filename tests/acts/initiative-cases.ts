import type { ActionFunctionArgs } from '@remix-run/node'
import { action as withdrawBody } from '#app/features/initiatives/organize/bodies/body-withdrawal.ts'
import { action as publishInitiative } from '#app/features/initiatives/organize/initiative-publication.ts'
import { action as removeInitiative } from '#app/features/initiatives/organize/initiative-removal.ts'
import { action as removeDocument } from '#app/features/initiatives/organize/media/document-removal.ts'
import { action as removeInitiativePicture } from '#app/features/initiatives/organize/media/initiative-picture-removal.ts'
import { action as removeFigure } from '#app/features/initiatives/organize/parts/figure-removal.ts'
import { action as removeGoal } from '#app/features/initiatives/organize/parts/goal-removal.ts'
import { action as removeNews } from '#app/features/initiatives/organize/parts/news-removal.ts'
import { action as removeOrigin } from '#app/features/initiatives/organize/ties/origin-removal.ts'
import { initiative } from '#tests/factories/initiatives.ts'

type Fields = Record<string, string>
type Route = (args: ActionFunctionArgs) => unknown
type Of = { body: { id: string; slug: string }; at: { id: string } }
type Sent<Desk> = (of: Desk, action: Route, fields?: Fields, more?: Fields) => Promise<unknown>

const missing = 'ffffffff-0000-4000-8000-000000000000'
const shown = async ({ body }: Of) => ({ initiative: (await initiative({ bodies: [body] })).slug })

/** What is asked of initiatives, by the file that performs the act: it changes nothing. */
export function initiativeCases<Desk extends Of>(sent: Sent<Desk>) {
  const cases: Record<string, (of: Desk) => Promise<unknown>> = {
    'initiatives/organize/initiative-publication.ts': async (of) => {
      const more = await shown(of)
      return sent(of, publishInitiative, { published: 'on' }, more)
    },
    'initiatives/organize/initiative-removal.ts': async (of) => {
      const more = await shown(of)
      return sent(of, removeInitiative, {}, more)
    },
    'initiatives/organize/bodies/body-withdrawal.ts': async (of) => {
      const more = { ...(await shown(of)), organization: of.body.slug }
      return sent(of, withdrawBody, {}, more)
    },
    'initiatives/organize/parts/goal-removal.ts': async (of) =>
      sent(of, removeGoal, {}, { ...(await shown(of)), goal: missing }),
    'initiatives/organize/parts/news-removal.ts': async (of) =>
      sent(of, removeNews, {}, { ...(await shown(of)), entry: missing }),
    'initiatives/organize/parts/figure-removal.ts': async (of) =>
      sent(of, removeFigure, {}, { ...(await shown(of)), figure: missing }),
    'initiatives/organize/media/document-removal.ts': async (of) =>
      sent(of, removeDocument, {}, { ...(await shown(of)), document: missing }),
    'initiatives/organize/media/initiative-picture-removal.ts': async (of) =>
      sent(of, removeInitiativePicture, {}, { ...(await shown(of)), image: missing }),
    // The initiative names another event.
    'initiatives/organize/ties/untie.server.ts': async (of) => sent(of, removeOrigin, {}, await shown(of)),
  }
  return cases
}
