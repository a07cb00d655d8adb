import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { languageNames } from './attendee-fields.tsx'

/** Takes the offered seat, or proves the address for which one is held. */
export function OfferAnswer({ path, isHeld }: { path: string; isHeld: boolean }) {
  return (
    <form method="post" action={`${path}/acceptance`}>
      <Button>{isHeld ? m['registration.page.confirm-address']() : m['registration.page.accept']()}</Button>
    </form>
  )
}

/** Changes the language of page and mails for good. */
export function LanguageSwitch({ path, present }: { path: string; present: Locale }) {
  const next = present === 'vi' ? 'en' : 'vi'
  return (
    <form method="post" action={`${path}/language`} className="cluster on-screen">
      <span className="soft">{m['registration.form.language']()}:</span>
      <Button variant="plain" name="language" value={next} lang={next}>
        {languageNames[next]}
      </Button>
    </form>
  )
}
