import { Fragment, type ReactNode } from 'react'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RecapContent, RichNode } from './domain/recap-content.ts'
import { pictureAt, quoteAt } from './domain/rich-text.ts'
import { type LedTo, LedToLinks } from './led-to.tsx'
import { RecapFigure, RecapQuote } from './recap-sections.tsx'

type RichTextProps = {
  content: RecapContent
  doc: RichNode
  locale: Locale
  /** What came of the notes that are quoted. */
  ledTo?: LedTo
  /** How a picture is drawn where it does not come from the app: in files of the press kit. */
  pictureOf?: (node: RichNode) => ReactNode
}

/** A recap's text for readers. Quotes and pictures come from the version's own lists; what is not there is not shown. */
export function RichText({ doc, ...around }: RichTextProps) {
  return <>{children(doc, around)}</>
}

type Around = Omit<RichTextProps, 'doc'>

function children(node: RichNode, around: Around): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no other name, and the text never changes on the page
  return (node.content ?? []).map((one, at) => <Fragment key={at}>{block(one, around)}</Fragment>)
}

function block(node: RichNode, around: Around): ReactNode {
  const inner = () => children(node, around)
  switch (node.type) {
    case 'text':
      return marked(node)
    case 'hardBreak':
      return <br />
    case 'horizontalRule':
      return <hr />
    case 'paragraph':
      return node.content?.length ? <p>{inner()}</p> : null
    case 'heading':
      return node.attrs?.level === 3 ? <h3>{inner()}</h3> : <h2>{inner()}</h2>
    case 'bulletList':
      return <ul>{inner()}</ul>
    case 'orderedList':
      return <ol>{inner()}</ol>
    case 'listItem':
      return <li>{inner()}</li>
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>
    case 'quote': {
      const quote = quoteAt(around.content, node, around.locale)
      return (
        quote && (
          <RecapQuote {...quote} locale={around.locale}>
            <LedToLinks to={around.ledTo?.[quote.note.id]} />
          </RecapQuote>
        )
      )
    }
    case 'picture': {
      if (around.pictureOf) return around.pictureOf(node)
      const picture = pictureAt(around.content, node)
      return picture && <RecapFigure picture={picture} locale={around.locale} />
    }
    default:
      return null
  }
}

function marked(node: RichNode): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>(
    (inner, { type, attrs }) => {
      if (type === 'bold') return <strong>{inner}</strong>
      if (type === 'italic') return <em>{inner}</em>
      if (type === 'link') return <a href={String(attrs?.href)}>{inner}</a>
      return inner
    },
    heldTogether(node.text ?? ''),
  )
}
