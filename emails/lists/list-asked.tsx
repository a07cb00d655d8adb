import { m } from '#app/paraglide/messages.js'
import { Link } from '../attendees/registration-pieces.tsx'
import type { ListingFacts } from '../facts.ts'
import { listingFooter, type Template } from '../letter.ts'
import { Details, Paragraph } from '../pieces.tsx'

const plainAccent = '#8a1f2d'

/** Asks the owner of an address whether it is to be on a list, in the words that it agrees to; or says that it is. */
export const listAsked: Template<ListingFacts> = (facts, locale) => {
  const to = { locale }
  const { organization, lists, ground, url } = facts
  const titles = new Intl.ListFormat(locale).format(lists.map(({ title }) => title.text))
  const footer = listingFooter(facts, locale)
  if (facts.what === 'left') {
    return {
      sender: organization,
      subject: m['mail.list-left.subject']({ list: titles }, to),
      preview: m['mail.list-left.body1']({ list: titles, organization }, to),
      heading: m['mail.list-left.heading']({}, to),
      body: (
        <>
          <Paragraph>{m['mail.list-left.body1']({ list: titles, organization }, to)}</Paragraph>
          <Paragraph>{m['mail.list-left.body2']({}, to)}</Paragraph>
          <Link href={url} label={m['mail.list-left.action']({}, to)} accent={plainAccent} locale={locale} />
        </>
      ),
      footer,
    }
  }
  if (facts.what === 'known') {
    return {
      sender: organization,
      subject: m['mail.list-known.subject']({ list: titles }, to),
      preview: m['mail.list-known.body1']({ list: titles, organization }, to),
      heading: m['mail.list-known.heading']({}, to),
      body: (
        <>
          <Paragraph>{m['mail.list-known.body1']({ list: titles, organization }, to)}</Paragraph>
          <Paragraph>{m['mail.list-known.body2']({}, to)}</Paragraph>
          <Link href={url} label={m['mail.list-known.action']({}, to)} accent={plainAccent} locale={locale} />
        </>
      ),
      footer,
    }
  }
  return {
    sender: organization,
    subject: m['mail.list-asked.subject']({ list: titles }, to),
    preview: m['mail.list-asked.preheader']({}, to),
    heading: m['mail.list-asked.heading']({}, to),
    body: (
      <>
        <Paragraph>
          {ground
            ? m['mail.list-asked.body1-import']({ organization, list: titles }, to)
            : m['mail.list-asked.body1']({ organization, list: titles }, to)}
        </Paragraph>
        {ground && <Paragraph>{m['mail.list-asked.ground']({ ground }, to)}</Paragraph>}
        <Agreed lists={lists} />
        <Paragraph>{m['mail.list-asked.body2']({}, to)}</Paragraph>
        <Link href={url} label={m['mail.list-asked.action']({}, to)} accent={plainAccent} locale={locale} />
        <Paragraph>{m['mail.list-asked.body3']({}, to)}</Paragraph>
      </>
    ),
    footer,
  }
}

/** What one agrees to, in exactly these words. */
function Agreed({ lists }: { lists: ListingFacts['lists'] }) {
  return <Details rows={lists.map(({ title, agreed }) => ({ label: title.text, lines: [agreed.text] }))} />
}
