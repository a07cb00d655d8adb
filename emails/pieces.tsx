import { Button, Img, Link, Section, Text } from '@react-email/components'
import type { ReactElement, ReactNode } from 'react'
import { withoutMarks } from '#app/shared/i18n/kept-words.ts'
import { type Block, plainProse, proseOf, type Run, webAddress } from '#app/shared/i18n/prose.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { accentOf, ink } from './colours.ts'

/** A piece of a mail: drawn as HTML when React renders it, and written as plain text by `asText`. */
type Piece<Props> = ((props: Props) => ReactElement) & { asText: (props: Props) => string }

export const Paragraph: Piece<{ children: string }> = ({ children }) => (
  <Text className="ink" style={{ ...body, color: ink.words }}>
    {children}
  </Text>
)
Paragraph.asText = ({ children }) => children

/** What organizers wrote: prose as their public pages draw it. */
export const OwnProse: Piece<{ children: string }> = ({ children }) => (
  <>
    {linesOf(proseOf(children)).map((runs, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
      <OwnLine key={at} runs={runs} />
    ))}
  </>
)
OwnProse.asText = ({ children }) => plainProse(children)

/** Lists are lines with a dash: mail programs indent bullets as they like. */
function linesOf(blocks: Block[]): Run[][] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((runs) => [{ text: '– ' }, ...runs]) : [block.runs],
  )
}

function OwnLine({ runs }: { runs: readonly Run[] }) {
  return (
    <Text className="ink" style={{ ...body, color: ink.words }}>
      {runs.map(({ text: written, strong, emphasis, href }, at) => {
        const key = `${at} ${written}`
        if (written === '\n') return <br key={key} />
        const text = href === written ? written : withoutMarks(written)
        if (href) return <Address key={key} href={href} words={text} className="ink" color={ink.words} />
        if (strong) return <strong key={key}>{text}</strong>
        return emphasis ? <em key={key}>{text}</em> : text
      })}
    </Text>
  )
}

type AddressProps = { href: string; words: string; className: 'ink' | 'soft'; color: string }
const Address = ({ href, words, className, color }: AddressProps) => (
  <Link className={className} href={href} style={{ color, wordBreak: 'break-all' }}>
    {words}
  </Link>
)

const addresses = new RegExp(`(${webAddress})`)

/** Addresses in a line can be opened; a sign that ends the sentence is none of theirs. */
export function withLinks(line: string, className: 'ink' | 'soft', color: string): ReactNode {
  return line
    .split(addresses)
    .map((part, at) =>
      at % 2 === 0 ? (
        part
      ) : (
        <Address key={part} href={part} words={part} className={className} color={color} />
      ),
    )
}

export const Aside: Piece<{ children: string }> = ({ children }) => (
  <Text className="soft" style={{ ...body, fontSize: 14, color: ink.soft }}>
    {children}
  </Text>
)
Aside.asText = ({ children }) => children

/** Places hold together by their spaces, hours by style: mail programs draw a word joiner as a box. */
function unparted(line: string): ReactNode {
  return heldTogether(line)
    .split(/(\S+–\u2060\S+)/)
    .map((words, at) =>
      at % 2 === 0 ? (
        words
      ) : (
        <span key={words} style={{ whiteSpace: 'nowrap' }}>
          {words.replace('\u2060', '')}
        </span>
      ),
    )
}

export type Detail = { label: string; lines: string[] }

/** What, when and where: a table that survives every mail program, a list in plain text. */
export const Details: Piece<{ rows: Detail[] }> = ({ rows }) => (
  <Section
    className="panel"
    style={{ margin: '20px 0', borderTop: rule, borderBottom: rule, padding: '6px 0' }}
  >
    {rows.map((row) => (
      <tr key={`${row.label} ${row.lines[0]}`}>
        <td className="soft" style={{ ...cell, width: 110, color: ink.soft, fontSize: 14 }}>
          {row.label}
        </td>
        <td className="ink" style={{ ...cell, color: ink.words, fontWeight: 600 }}>
          {row.lines.map((line, at) => (
            <div key={line} style={at > 0 ? { fontWeight: 400, fontSize: 14 } : undefined}>
              {unparted(line)}
            </div>
          ))}
        </td>
      </tr>
    ))}
  </Section>
)
Details.asText = ({ rows }) =>
  rows.map(({ label, lines }) => `${label}: ${lines.join(`\n${' '.repeat(label.length + 2)}`)}`).join('\n')

/** The one thing to do next; the address stands below it, for programs that show no buttons. */
export const Action: Piece<{ label: string; href: string; accent: string; hint: string }> = (props) => {
  const { label, href, accent, hint } = props
  const { fill, on } = accentOf(accent)
  return (
    <Section style={{ margin: '24px 0' }}>
      <Button href={href} style={{ ...button, backgroundColor: fill, color: on }}>
        {label}
      </Button>
      <Text className="soft" style={{ ...body, margin: '12px 0 0', fontSize: 13, color: ink.soft }}>
        {hint}
        <br />
        <Link className="soft" href={href} style={{ color: ink.soft, wordBreak: 'break-all' }}>
          {href}
        </Link>
      </Text>
    </Section>
  )
}
Action.asText = ({ label, href }) => `${label}:\n${href}`

/** A ticket for the door: its QR code, in the mail itself, on white also where the mail is dark. */
export const Ticket: Piece<{ picture: string; alt: string; code: string }> = ({ picture, alt, code }) => (
  <Section style={{ margin: '20px 0', textAlign: 'center' }}>
    <Img src={`cid:${picture}`} alt={alt} width={200} height={200} style={ticketPicture} />
    <Text className="ink" style={{ ...body, margin: '6px 0 0', fontWeight: 600, color: ink.words }}>
      {code}
    </Text>
  </Section>
)
Ticket.asText = ({ alt, code }) => `${alt}: ${code}`

/** A code to type over: in figures of one width, selected by one tap. */
export const Code: Piece<{ children: string; spoken: string }> = ({ children }) => (
  <Text className="code" style={code}>
    {children}
  </Text>
)
Code.asText = ({ spoken }) => spoken

/** The mail's body as plain text: pieces say it themselves, components are asked what they are made of. */
export function textOf(node: ReactNode): string {
  return blocksOf(node).join('\n\n')
}

function blocksOf(node: ReactNode): string[] {
  if (Array.isArray(node)) return node.flatMap(blocksOf)
  if (typeof node !== 'object' || node === null || !('props' in node)) return []
  const { type, props } = node as ReactElement
  if (typeof type !== 'function') return blocksOf(props.children)
  const piece = type as Piece<unknown>
  return piece.asText ? [piece.asText(props)] : blocksOf(piece(props))
}

const ticketPicture = { display: 'block', margin: '0 auto', backgroundColor: '#ffffff' } as const
const rule = '1px solid #d8d3c7'
const body = { margin: '14px 0', fontSize: 16, lineHeight: '26px' }
const cell = { padding: '6px 12px 6px 0', verticalAlign: 'top', fontSize: 16, lineHeight: '24px' } as const
const button = { borderRadius: 6, padding: '13px 22px', fontSize: 16, fontWeight: 600, lineHeight: '22px' }
const code = {
  margin: '16px 0',
  fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
  fontSize: 30,
  lineHeight: '40px',
  fontWeight: 700,
  letterSpacing: '0.2em',
  color: ink.words,
} as const
