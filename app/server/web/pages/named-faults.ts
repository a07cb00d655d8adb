type Form = { number: number }
type Words = { text: string }
type Control = {
  id: string | undefined
  name: string
  isHidden: boolean
  isOneOfMany: boolean
  form: Form | undefined
  label: Words | undefined
  legend: Words | undefined
  spoken: string | undefined
  end: number
}
type Link = { from: number; to: number; tag: string; message: string; form: Form | undefined }
type Open = { tag: string; isAside: boolean; words?: Words | undefined; form?: Form; legend?: Words }
type Page = { controls: Control[]; labels: Map<string, Words>; links: Link[] }
type Edit = { from: number; to: number; text: string }

const piece = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<(\/?)([a-z][\w-]*)([^>]*)>|[^<]+/g
const holdsNothing = /^(?:area|base|br|col|hr|img|input|link|meta|source|track|wbr)$/
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]

/**
 * A refused page as it is read without script: its list of faults takes the focus, and each fault begins with the name of
 * its field ("Full name: …"). A fault without a field in sight is said and leads nowhere. `html` is what React rendered.
 */
export function namedFaults(html: string): string {
  if (!html.includes('class="form-errors"')) return html
  const page = readPage(html)
  const edits = page.links.flatMap((link) => editsFor(link, page))
  const named = edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), html)
  return named.replace('<div class="form-errors"', '<div autofocus="" class="form-errors"')
}

function editsFor(link: Link, { controls, labels }: Page): Edit[] {
  const id = attribute(link.tag, 'href')?.slice(1)
  const name = attribute(link.tag, 'data-field')
  const own = controls.filter((one) => !one.isHidden && one.form === link.form)
  const target = own.find((one) => one.id === id) ?? own.find((one) => one.name === name)
  if (!target) return [{ from: link.from, to: link.to, text: link.tag.replace(/ href="[^"]*"/, '') }]
  const label = labelOf(target, labels)
  const tag = link.tag.replace(/ href="[^"]*"/, ` href="#${target.id ?? id}"`)
  const text = label && !link.message.startsWith(label) ? `${tag}${label}: ` : tag
  const edits = [{ from: link.from, to: link.to, text }]
  return target.id ? edits : [...edits, { from: target.end, to: target.end, text: ` id="${id}"` }]
}

function labelOf({ isOneOfMany, id, label, legend, spoken }: Control, labels: Map<string, Words>): string {
  const words = (isOneOfMany ? legend : undefined) ?? labels.get(id ?? '') ?? label
  return words?.text.trim().replace(/[.:]$/, '') || spoken || ''
}

function readPage(html: string): Page {
  const page: Page = { controls: [], labels: new Map(), links: [] }
  const open: Open[] = []
  let forms = 0
  for (const { 0: whole, 2: closing, 3: tag, 4: attributes = '', index: at } of html.matchAll(piece)) {
    if (tag === undefined) {
      if (!whole.startsWith('<')) addWords(open, whole)
    } else if (closing) {
      const depth = open.findLastIndex((one) => one.tag === tag)
      if (depth >= 0) open.length = depth
    } else {
      const around = aroundOf(open)
      if (/^(?:input|select|textarea)$/.test(tag))
        page.controls.push({ ...controlOf(tag, attributes), ...around, end: at + tag.length + 1 })
      if (tag === 'a' && attribute(attributes, 'data-field') !== undefined) {
        const to = at + whole.length
        const message = html.slice(to, html.indexOf('</a>', to))
        page.links.push({ from: at, to, tag: whole, message, form: around.form })
      }
      if (holdsNothing.test(tag)) continue
      const entry: Open = { tag, isAside: / class="[^"]*\bfield-(?:mark|hint)\b/.test(attributes) }
      if (tag === 'form') entry.form = { number: forms++ }
      if (tag === 'fieldset') entry.legend = { text: '' }
      if (tag === 'legend') entry.words = around.legend
      if (tag === 'label') {
        entry.words = { text: '' }
        const of = attribute(attributes, 'for')
        if (of) page.labels.set(of, entry.words)
      }
      open.push(entry)
    }
  }
  return page
}

/** What lies around a place of the page: its form, the label it stands in, the words of its group. */
function aroundOf(open: Open[]) {
  return {
    form: open.findLast((one) => one.form)?.form,
    label: open.findLast((one) => one.tag === 'label')?.words,
    legend: open.findLast((one) => one.legend)?.legend,
  }
}

/** Only a label's own words name its field, not its hint, nor what can be chosen. */
function addWords(open: Open[], text: string) {
  const words = open.findLast((one) => one.words)?.words
  const isOwn = !open.some((one) => one.isAside || /^(?:select|textarea)$/.test(one.tag))
  if (words && isOwn) words.text += text
}

function controlOf(tag: string, attributes: string) {
  const type = tag === 'input' ? attribute(attributes, 'type') : undefined
  return {
    id: attribute(attributes, 'id'),
    name: attribute(attributes, 'name') ?? '',
    isHidden: type === 'hidden',
    isOneOfMany: type === 'radio' || (type === 'checkbox' && !/ value="on"/.test(attributes)),
    spoken: attribute(attributes, 'aria-label'),
  }
}
