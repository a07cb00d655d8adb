import type { Params } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'

/** What every page of an initiative's desk begins with, and what stands around it. */
export async function initiativeDesk(request: Request, params: Params) {
  const at = await organizedInitiative(request, params)
  const acts = await listOpenActs(at.ctx, { initiativeId: at.initiative.id })
  const { slug, name, publishedAt } = at.initiative
  return { ...at, desk: { slug, name, published: publishedAt !== null, acts } }
}

export type InitiativeDeskView = Awaited<ReturnType<typeof initiativeDesk>>['desk']
