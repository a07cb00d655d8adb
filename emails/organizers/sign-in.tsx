import { m } from '#app/paraglide/messages.js'
import { Link } from '../attendees/registration-pieces.tsx'
import type { SignInFacts } from '../facts.ts'
import { memberFooter, type Template } from '../letter.ts'
import { Code, Paragraph } from '../pieces.tsx'

const plainAccent = '#8a1f2d'

/** A code and a link for an organizer. The code is not in the subject: lock screens show that. */
export const signIn: Template<SignInFacts> = ({ code, url }, locale) => {
  const to = { locale }
  return {
    subject: m['mail.sign-in.subject']({}, to),
    preview: m['mail.sign-in.preheader']({}, to),
    heading: m['mail.sign-in.heading']({}, to),
    body: (
      <>
        {code && (
          <>
            <Paragraph>{m['mail.sign-in.body1']({}, to)}</Paragraph>
            <Code spoken={m['mail.sign-in.code']({ code }, to)}>{code}</Code>
          </>
        )}
        <Paragraph>{m['mail.sign-in.body2']({}, to)}</Paragraph>
        <Link href={url} label={m['mail.sign-in.action']({}, to)} accent={plainAccent} locale={locale} />
        <Paragraph>{m['mail.sign-in.body3']({}, to)}</Paragraph>
        <Paragraph>{m['mail.sign-in.body4']({}, to)}</Paragraph>
      </>
    ),
    footer: memberFooter(locale),
  }
}
