import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'

export const meta = () => [{ title: m['registration.mailed.title']() }]

export function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const asked = query.get('lang')
  if (isLocale(asked)) answerIn(asked)
  return data<{ why: Why }>({ why: whys.find((one) => query.has(one)) ?? 'known' })
}

type Why = keyof typeof texts

const whys = ['renewed', 'asked'] as const
const texts = {
  renewed: m['registration.mailed.renewed'],
  asked: m['registration.mailed.asked'],
  known: m['registration.mailed.body'],
}

/** Shown to whoever typed a known address: says nothing about the person behind it. */
export default function LinkMailed() {
  const { why } = useLoaderData<typeof loader>()
  const path = `/registrations/mailed?${why === 'known' ? '' : `${why}&`}lang=`
  return (
    <PublicPage languages={{ vi: `${path}vi`, en: `${path}en` }}>
      <div className="narrow stack">
        <h1 className="title-l">{m['registration.mailed.title']()}</h1>
        <p className="lede">{texts[why]()}</p>
      </div>
    </PublicPage>
  )
}
