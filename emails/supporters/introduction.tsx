import { m } from '#app/paraglide/messages.js'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale, SupporterKind } from '#app/shared/vocabulary.ts'
import { Link } from '../attendees/registration-pieces.tsx'
import type { Template } from '../letter.ts'
import { type Detail, Details, Paragraph } from '../pieces.tsx'
import type { IntroductionFacts } from '../supporter-facts.ts'

const plainAccent = '#8a1f2d'
const home = 'Asia/Ho_Chi_Minh'

/** Asks one of two supporters whether they wish to meet the other, or, when both do, says where the other is reached. */
export const introduction: Template<IntroductionFacts> = (facts, locale) => {
  const to = { locale }
  const { what, email, words, url, until } = facts
  const initiative = facts.initiative.text
  const other = facts.other.body || facts.other.name
  const footer = [m['mail.supporter.footer']({ initiative }, to)]
  const quoted = words !== '' && <Paragraph>{m['mail.introduction.words']({ words }, to)}</Paragraph>
  if (what === 'made' && email) {
    const first = m['mail.introduced.body1']({ other }, to)
    return {
      sender: initiative,
      subject: m['mail.introduced.subject']({ other, initiative }, to),
      preview: first,
      heading: m['mail.introduced.heading']({ other }, to),
      body: (
        <>
          <Paragraph>{first}</Paragraph>
          {quoted}
          <Details
            rows={[...rowsOf(facts, locale), { label: m['mail.introduction.email']({}, to), lines: [email] }]}
          />
          <Paragraph>{m['mail.introduced.body2']({}, to)}</Paragraph>
        </>
      ),
      footer,
    }
  }
  const first = m['mail.introduction.body1']({ initiative, other }, to)
  return {
    sender: initiative,
    subject: m['mail.introduction.subject']({ other, initiative }, to),
    preview: first,
    heading: m['mail.introduction.heading']({ other }, to),
    body: (
      <>
        <Paragraph>{first}</Paragraph>
        {quoted}
        <Details rows={rowsOf(facts, locale)} />
        <Paragraph>{m['mail.introduction.body2']({ day: formatDay(until, home, locale) }, to)}</Paragraph>
        <Link href={url} label={m['mail.introduction.action']({}, to)} accent={plainAccent} locale={locale} />
      </>
    ),
    footer,
  }
}

const kinds: Record<SupporterKind, (typeof m)['supporters.kind.expert']> = {
  expert: m['supporters.kind.expert'],
  'film-maker': m['supporters.kind.film-maker'],
  investor: m['supporters.kind.investor'],
  university: m['supporters.kind.university'],
  company: m['supporters.kind.company'],
  friend: m['supporters.kind.friend'],
}

/** Who the other one is, as they said themselves. */
function rowsOf({ other }: IntroductionFacts, locale: Locale): Detail[] {
  const to = { locale }
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(other.country) ?? other.country
  const name = other.body ? [other.body, other.name] : [other.name]
  return [
    {
      label: m['mail.introduction.who']({}, to),
      lines: [...name, `${kinds[other.kind]({}, to)}, ${country}`],
    },
    ...(other.offers ? [{ label: m['supporters.form.offers']({}, to), lines: [other.offers] }] : []),
    ...(other.seeks ? [{ label: m['supporters.form.seeks']({}, to), lines: [other.seeks] }] : []),
  ]
}
