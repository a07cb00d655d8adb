import type { Params } from '@remix-run/react'
import { initiativeDesk } from '#app/features/initiatives/organize/initiative-desk.server.ts'
import { getEdition, getIndex } from '../domain/indices.server.ts'

/** Who asks, and the index that the address names, for those who keep it. */
export async function ownIndex(request: Request, params: Params) {
  const { ctx, initiative, path: home, desk } = await initiativeDesk(request, params)
  const of = await getIndex(ctx, initiative.id, params.index ?? '')
  return { ctx, initiative, desk, of, all: `${home}/indices`, path: `${home}/indices/${of.slug}` }
}

/** The same with one of its editions. */
export async function ownEdition(request: Request, params: Params) {
  const { path: index, ...own } = await ownIndex(request, params)
  const edition = await getEdition(own.ctx, own.of, params.edition ?? '')
  return { ...own, edition, index, path: `${index}/editions/${edition.id}` }
}
