import { m } from '#app/paraglide/messages.js'
import { Link } from '../attendees/registration-pieces.tsx'
import type { MembershipFacts } from '../facts.ts'
import { invitedFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'

const plainAccent = '#8a1f2d'

/** Somebody is asked to join an organization, by whom and as what; nothing is theirs before they accept. */
export const memberInvited: Template<MembershipFacts> = ({ url, organization, role, by }, locale) => {
  const to = { locale }
  const roleWord = m[`organize.role.${role}`]({}, to)
  return {
    subject: m['mail.member-invited.subject']({ organization }, to),
    preview: m['mail.member-invited.preheader']({ role: roleWord }, to),
    heading: m['mail.member-invited.heading']({ organization }, to),
    body: (
      <>
        <Paragraph>
          {by
            ? m['mail.member-invited.body1']({ by, organization }, to)
            : m['mail.member-invited.body1-unnamed']({ organization }, to)}
        </Paragraph>
        <Paragraph>{m['mail.member-invited.role']({ role: roleWord }, to)}</Paragraph>
        <Paragraph>{m['mail.member-invited.body2']({}, to)}</Paragraph>
        <Link
          href={url}
          label={m['mail.member-invited.action']({}, to)}
          accent={plainAccent}
          locale={locale}
        />
        <Paragraph>{m['mail.member-invited.body3']({}, to)}</Paragraph>
      </>
    ),
    footer: invitedFooter(organization, locale),
  }
}
