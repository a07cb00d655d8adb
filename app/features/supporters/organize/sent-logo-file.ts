import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { findOwnLogo } from '../domain/supporter-logo.server.ts'
import { getSupporter } from '../domain/supporter-record.server.ts'
import { privateImage } from '../private-image.server.ts'
import { ownSupporters } from './own-supporters.server.ts'

/** A body's sign as organizers look at it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative } = await ownSupporters(request, params)
  const { id } = await getSupporter(ctx, initiative.id, params.supporter ?? '')
  const image = await findOwnLogo(id)
  if (!image) throw new Refusal('picture-missing', 'missing')
  return privateImage(image)
}
