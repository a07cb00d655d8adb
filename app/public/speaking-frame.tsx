import type { LoaderFunctionArgs } from '@remix-run/node'
import { openSpeaking, personalView } from './personal-link.server.ts'

export { PersonalPages as default } from './personal-frame.tsx'

// The frame comes with the document: a page that fetches itself anew while it is open leaves it as it is.
export const shouldRevalidate = () => false

/** What stands around the pages behind a speaker's link. */
export async function loader({ params }: LoaderFunctionArgs) {
  return personalView(openSpeaking(params.token ?? ''))
}
