import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { PublicPage } from '#app/ui/page-shell.tsx'

export const meta = () => [{ title: m['registration.mailed.title']() }]

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) answerIn(asked)
  return data(null)
}

/** Shown to whoever typed a known address: says nothing about the person behind it. */
export default function LinkMailed() {
  return (
    <PublicPage languages={{ vi: '/registrations/mailed?lang=vi', en: '/registrations/mailed?lang=en' }}>
      <div className="narrow stack">
        <h1 className="title-l">{m['registration.mailed.title']()}</h1>
        <p className="lede">{m['registration.mailed.body']()}</p>
      </div>
    </PublicPage>
  )
}
