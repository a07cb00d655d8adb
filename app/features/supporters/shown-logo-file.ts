import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { imageAnswer } from '#app/shared/files/image-answer.server.ts'
import { findShownLogo } from './domain/supporter-logo.server.ts'

/** The sign of a body in the public list, once an organizer looked at it. Another one has another address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { logo: id = '' } = params
  const image = await findShownLogo(id)
  if (!image) throw new Refusal('picture-missing', 'missing')
  return imageAnswer(request, { id, file: 'logo.webp' }, image)
}
