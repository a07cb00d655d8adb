import { Heading, Img, Link as MailLink, Text } from '@react-email/components'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Link } from '../attendees/registration-pieces.tsx'
import { ink } from '../colours.ts'
import type { CampaignFacts, CampaignPart } from '../facts.ts'
import type { Template } from '../letter.ts'
import { spanLines } from '../moments.ts'
import { Details, OwnProse } from '../pieces.tsx'

/** A promotion: what the organization wrote, how to leave its list, and who it is. */
export const campaign: Template<CampaignFacts> = (facts, locale) => {
  const { subject, preview, parts, accent, organization } = facts
  return {
    subject,
    preview,
    heading: facts.heading,
    sender: organization.name,
    accent,
    body: parts.map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and never move
      <Part key={at} part={part} accent={accent} locale={locale} />
    )),
    footer: footerOf(facts, locale),
  }
}

function footerOf({ list, organization, unsubscribeUrl, preferencesUrl }: CampaignFacts, locale: Locale) {
  const to = { locale }
  const { name, website } = organization
  return [
    m['mail.campaign.why']({ list, organization: name }, to),
    m['mail.campaign.leave']({ url: unsubscribeUrl }, to),
    m['mail.campaign.preferences']({ url: preferencesUrl }, to),
    website
      ? m['mail.campaign.from-website']({ organization: name, website }, to)
      : m['mail.campaign.from']({ organization: name }, to),
  ]
}

type Props = { part: CampaignPart; accent: string; locale: Locale }

function Part({ part, accent, locale }: Props) {
  const to = { locale }
  switch (part.kind) {
    case 'heading':
      return <PartHeading>{part.text}</PartHeading>
    case 'text':
      return <OwnProse>{part.text}</OwnProse>
    case 'button':
      return <Link href={part.url} label={part.text} accent={accent} locale={locale} />
    case 'picture':
      return <Picture {...part} />
    case 'event':
    case 'session': {
      const rows = [
        { label: m['mail.common.when']({}, to), lines: spanLines(part, locale) },
        ...(part.place ? [{ label: m['mail.common.place']({}, to), lines: [part.place] }] : []),
      ]
      return (
        <>
          <PartHeading>{part.title}</PartHeading>
          {part.text && <OwnProse>{part.text}</OwnProse>}
          <Details rows={rows} />
          {part.url && (
            <Link
              href={part.url}
              label={
                part.kind === 'event' ? m['mail.campaign.event']({}, to) : m['mail.campaign.session']({}, to)
              }
              accent={accent}
              locale={locale}
            />
          )}
        </>
      )
    }
  }
}

/** Written in capitals nowhere: a heading in plain text stands alone between empty lines. */
function PartHeading({ children }: { children: string }) {
  return (
    <Heading as="h2" className="ink" style={heading}>
      {children}
    </Heading>
  )
}
PartHeading.asText = ({ children }: { children: string }) => children

type PictureProps = Extract<CampaignPart, { kind: 'picture' }>

/** Fetched from us when the reader lets their program fetch pictures; what it shows is said without it. */
function Picture({ src, alt, text, width, height, href }: PictureProps) {
  const image = (
    <Img
      src={src}
      alt={alt}
      width={504}
      style={{ width: '100%', height: 'auto', aspectRatio: `${width} / ${height}`, borderRadius: 6 }}
    />
  )
  return (
    <>
      {href ? <MailLink href={href}>{image}</MailLink> : image}
      {text && (
        <Text className="soft" style={caption}>
          {text}
        </Text>
      )}
    </>
  )
}
Picture.asText = ({ alt, text, href }: PictureProps) => [`[${alt}]`, text, href].filter(Boolean).join('\n')

/** A letter of one who asks others to be part of something says so before its first word. */
export function labelled(subject: string, isLabelled: boolean, locale: Locale): string {
  if (!isLabelled) return subject
  return m['mail.campaign.label']({ subject }, { locale })
}

/** What a name stands for where none is known. */
export const namelessIn = (locale: Locale) => m['mail.campaign.nameless']({}, { locale })

const heading = {
  margin: '28px 0 8px',
  fontSize: 20,
  lineHeight: '28px',
  fontWeight: 600,
  color: ink.words,
}
const caption = { margin: '6px 0 14px', fontSize: 13, lineHeight: '20px', color: ink.soft }
