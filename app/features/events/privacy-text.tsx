import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'

type Props = { who: ReactNode; until: string; ask: ReactNode; security?: string | null }

/** What every page on privacy says; who is responsible, until when and whom to ask differ. */
export function PrivacyText({ who, until, ask, security = null }: Props) {
  const chapters = [
    { title: m['public.privacy.who'](), text: who },
    { title: m['public.privacy.what'](), text: m['public.privacy.what-body']() },
    { title: m['public.privacy.why'](), text: m['public.privacy.why-body']() },
    ...(security ? [{ title: m['security.told.heading'](), text: security }] : []),
    { title: m['public.privacy.until'](), text: until },
    { title: m['public.privacy.cookies'](), text: m['public.privacy.cookies-body']() },
    { title: m['public.privacy.ask'](), text: ask },
  ]
  return chapters.map(({ title, text }) => (
    <section key={title} className="stack snug measure">
      <h2>{title}</h2>
      <div>{text}</div>
    </section>
  ))
}
