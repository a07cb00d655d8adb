import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { imageAnswer, readImageName } from '#app/shared/files/image-answer.server.ts'
import { findPortraitImage } from './domain/portraits/portraits.server.ts'

/** One size of a portrait. Another picture has another address, so that browsers need never ask again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { portrait: id = '', file = '' } = params
  const named = readImageName(file)
  const image = named?.extension === 'webp' ? await findPortraitImage(id, named.width) : null
  if (!image) throw new Refusal('portrait-missing', 'missing')
  return imageAnswer(request, { id, file }, image)
}
