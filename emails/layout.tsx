import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { accentOf, ink, inkInDark } from './colours.ts'
import { hostLine, type Letter, signOff } from './letter.ts'
import { Paragraph, withLinks } from './pieces.tsx'

const fonts = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground, body > table > tbody > tr > td { background-color: ${inkInDark.ground} !important; }
  .paper { background-color: ${inkInDark.paper} !important; }
  .ink, .code { color: ${inkInDark.words} !important; }
  .soft { color: ${inkInDark.soft} !important; }
  .panel { border-color: #3a3e47 !important; }
}`

/** A whole mail: nothing in it is fetched from anywhere, so it looks the same with images off. */
export function Layout({ letter, locale, name }: { letter: Letter; locale: Locale; name: string }) {
  const accent = accentOf(letter.event?.accent ?? letter.accent ?? '').fill
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own fixed words; as text, React would escape its signs */}
        <style dangerouslySetInnerHTML={{ __html: dark }} />
      </Head>
      <Body className="ground" style={{ margin: 0, backgroundColor: ink.ground, fontFamily: fonts }}>
        <Preview>{letter.preview}</Preview>
        <Container className="paper" style={{ maxWidth: 560, backgroundColor: ink.paper }}>
          <Section style={{ padding: '28px 28px 8px' }}>
            <Masthead letter={letter} accent={accent} locale={locale} />
          </Section>
          <Section style={{ padding: '0 28px 28px' }}>
            <Heading as="h1" className="ink" style={title} lang={letter.lang}>
              {letter.heading}
            </Heading>
            <Paragraph>{m['mail.common.greeting']({ name }, { locale })}</Paragraph>
            {letter.body}
            <Text
              className="ink"
              style={{ margin: '24px 0 0', fontSize: 16, lineHeight: '26px', color: ink.words }}
            >
              {m['mail.common.sign-off']({}, { locale })}
              <br />
              {signOff(letter, locale)}
            </Text>
          </Section>
        </Container>
        <Container style={{ maxWidth: 560, padding: '16px 28px 32px' }}>
          {letter.footer.map((line) => (
            <Text key={line} className="soft" style={footnote}>
              {withLinks(line, 'soft', ink.soft)}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  )
}

// The round table from above: a ring of dots is a dotted border, since mail programs show neither SVG nor images.
function Masthead({ letter, accent, locale }: { letter: Letter; accent: string; locale: Locale }) {
  const { event, sender } = letter
  return (
    <Row>
      <Column style={{ width: 52, verticalAlign: 'top' }}>
        <div aria-hidden="true" style={{ ...ring, border: `4px dotted ${accent}` }} />
      </Column>
      <Column style={{ verticalAlign: 'middle' }}>
        <Text className="ink" style={{ ...wordmark, color: ink.words }} lang={event?.title.lang}>
          {event ? event.title.text : (sender ?? m['mail.common.sign-off-service']({}, { locale }))}
        </Text>
        {event && event.hosts.length > 0 && (
          <Text className="soft" style={{ ...footnote, margin: '2px 0 0' }}>
            {hostLine(event, locale)}
          </Text>
        )}
      </Column>
    </Row>
  )
}

const ring = { width: 32, height: 32, borderRadius: '50%' }
const wordmark = { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 700 }
const footnote = { margin: '8px 0', fontSize: 13, lineHeight: '20px', color: ink.soft }
const title = {
  margin: '24px 0 16px',
  fontFamily: "'Source Serif 4', Georgia, 'Times New Roman', serif",
  fontSize: 26,
  lineHeight: '36px',
  fontWeight: 600,
  color: ink.words,
}
