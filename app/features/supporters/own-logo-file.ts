import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readSupportingToken } from './domain/supporter-links.server.ts'
import { findOwnLogo } from './domain/supporter-logo.server.ts'
import { privateImage } from './private-image.server.ts'

/** A body's own sign on its own page, before anybody else sees it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = readSupportingToken(params.token ?? '')
  const image = id && (await findOwnLogo(id))
  if (!image) throw new Refusal('picture-missing', 'missing')
  return privateImage(image)
}
