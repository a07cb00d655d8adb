import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { imageAnswer, readImageName } from '#app/shared/files/image-answer.server.ts'
import { findPictureImage } from './domain/picture-files.server.ts'

/** One size of a picture, `960.webp` or `960.avif`, or the large one, `press.jpg`. Another picture has another address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { picture: id = '', file = '' } = params
  const named = readImageName(file)
  const isPress = file === 'press.jpg'
  const image = isPress
    ? await findPictureImage(id, 'jpeg')
    : named && (await findPictureImage(id, named.extension, named.width))
  if (!image) throw new Refusal('picture-missing', 'missing')
  const answer = imageAnswer(request, { id, file }, image)
  if (isPress) answer.headers.set('Content-Disposition', `inline; filename="${id.slice(0, 8)}.jpg"`)
  return answer
}
