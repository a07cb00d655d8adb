import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requestStore } from '#app/shared/http/request-store.server.ts'

/** An address without a language leads to the same one in the reader's language. */
export function loader({ request }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url)
  const path = pathname === '/' ? '' : pathname
  return redirect(`/${requestStore().locale}${path}${search}`, {
    status: 302,
    headers: { Vary: 'Accept-Language, Cookie', 'Cache-Control': 'no-store' },
  })
}
