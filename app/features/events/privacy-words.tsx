import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'

type Props = { who: ReactNode; until: string; ask: ReactNode }

/** What every page on privacy says; who is responsible, until when and whom to ask differ. */
export function PrivacyWords({ who, until, ask }: Props) {
  const chapters = [
    { title: m['public.privacy.who'](), words: who },
    { title: m['public.privacy.what'](), words: m['public.privacy.what-body']() },
    { title: m['public.privacy.why'](), words: m['public.privacy.why-body']() },
    { title: m['public.privacy.until'](), words: until },
    { title: m['public.privacy.cookies'](), words: m['public.privacy.cookies-body']() },
    { title: m['public.privacy.ask'](), words: ask },
  ]
  return chapters.map(({ title, words }) => (
    <section key={title} className="stack snug measure">
      <h2>{title}</h2>
      <div>{words}</div>
    </section>
  ))
}
