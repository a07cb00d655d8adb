import { DomUtils, parseDocument } from 'htmlparser2'

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>
type Control = Element

/** A form of a page, as a browser that runs no script would post it. */
export type HtmlForm = {
  /** The address of the page it stands on, and where it posts to. */
  page: string
  action: string
  isMultipart: boolean
  /** What it sends when nobody touched it, in order, without the button. */
  fields: [string, string][]
  /** Fields that nobody sees. */
  hidden: string[]
  /** Fields that people type or choose in. */
  shown: string[]
  /** Those of them whose words are typed, and those with room for many. */
  typed: string[]
  written: string[]
  /** Fields that are required and empty: untouched it cannot be saved. */
  missing: string[]
  /** What each of its buttons adds. */
  buttons: { action: string; field: [string, string] | null }[]
}

/** Every form of a page that posts. */
export function formsIn(html: string, page: string): HtmlForm[] {
  const document = parseDocument(html)
  const all = DomUtils.findAll(isControl, document.children)
  return DomUtils.getElementsByTagName('form', document)
    .filter((form) => form.attribs.method?.toLowerCase() === 'post')
    .map((form) => {
      const own = all.filter(
        (one) => ownerOf(one) === form || (form.attribs.id && one.attribs.form === form.attribs.id),
      )
      return read(form, own, page)
    })
}

/** Addresses of this site that a page leads to, without their fragments. */
export function linksIn(html: string, page: string): string[] {
  const links = DomUtils.getElementsByTagName('a', parseDocument(html))
  return links.flatMap(({ attribs }) => {
    if (attribs.href === undefined || 'download' in attribs) return []
    const to = new URL(attribs.href, new URL(page, site))
    return to.origin === site ? [to.pathname + to.search] : []
  })
}

/** Links of a page to places on it that are not there. */
export function deadAnchors(html: string): string[] {
  const document = parseDocument(html)
  const ids = new Set(
    DomUtils.findAll((one) => Boolean(one.attribs.id), document.children).map((one) => one.attribs.id),
  )
  return DomUtils.getElementsByTagName('a', document)
    .map(({ attribs }) => attribs.href ?? '')
    .filter((href) => href.startsWith('#') && !ids.has(decodeURIComponent(href.slice(1))))
}

const typing = [
  'textarea',
  'text',
  'search',
  'email',
  'url',
  'tel',
  'number',
  'date',
  'time',
  'datetime-local',
]
const site = 'http://localhost'
const isControl = (one: Element) =>
  ['input', 'select', 'textarea', 'button'].includes(one.name) && !('disabled' in one.attribs)

function ownerOf(control: Control): Element | null {
  for (let one = control.parent; one !== null; one = one.parent) {
    if ('name' in one && one.name === 'fieldset' && 'disabled' in one.attribs) return null
    if ('name' in one && one.name === 'form') return 'form' in control.attribs ? null : one
  }
  return null
}

function read(form: Element, controls: Control[], page: string): HtmlForm {
  const here = new URL(page, site)
  const to = (address: string | undefined) => {
    const url = new URL(address || here.href, here)
    return url.pathname + url.search
  }
  const action = to(form.attribs.action)
  // What is pressed says something only when it is: a picture, where.
  const named = controls.filter(
    (one) => one.attribs.name && one.name !== 'button' && !['submit', 'image'].includes(typeOf(one)),
  )
  const isHidden = (one: Control) => typeOf(one) === 'hidden'
  const names = (some: Control[]) => [...new Set(some.map((one) => one.attribs.name ?? ''))]
  return {
    page,
    action,
    isMultipart: form.attribs.enctype === 'multipart/form-data',
    fields: named.flatMap((one) =>
      valuesOf(one).map((value): [string, string] => [one.attribs.name ?? '', value]),
    ),
    hidden: names(named.filter(isHidden)),
    shown: names(named.filter((one) => !isHidden(one))),
    typed: names(named.filter((one) => typing.includes(typeOf(one)))),
    written: names(named.filter((one) => typeOf(one) === 'textarea')),
    missing: names(named.filter((one) => 'required' in one.attribs && isEmpty(one, named))),
    buttons: controls
      .filter((one) => typeOf(one) === 'submit')
      .map(({ attribs }) => ({
        action: attribs.formaction === undefined ? action : to(attribs.formaction),
        field: attribs.name ? [attribs.name, attribs.value ?? ''] : null,
      })),
  }
}

function typeOf({ name, attribs }: Control): string {
  return name === 'button' ? (attribs.type ?? 'submit') : name === 'input' ? (attribs.type ?? 'text') : name
}

function isEmpty(control: Control, all: Control[]): boolean {
  const { name } = control.attribs
  const same = typeOf(control) === 'radio' ? all.filter((one) => one.attribs.name === name) : [control]
  return same.every((one) => valuesOf(one).every((value) => value.trim() === ''))
}

/** What a control sends: nothing, one value, or several. */
function valuesOf(control: Control): string[] {
  const { attribs } = control
  switch (typeOf(control)) {
    case 'checkbox':
    case 'radio':
      return 'checked' in attribs ? [attribs.value ?? 'on'] : []
    case 'file':
      return []
    case 'textarea':
      return [DomUtils.textContent(control).replace(/^\n/, '').replace(/\r?\n/g, '\r\n')]
    case 'select':
      return chosen(control)
    default:
      return [attribs.value ?? '']
  }
}

function chosen(select: Control): string[] {
  const options = DomUtils.getElementsByTagName('option', select)
  const marked = options.filter((one) => 'selected' in one.attribs)
  const usual = options.filter((one) => !('disabled' in one.attribs)).slice(0, 1)
  const taken = marked.length > 0 || 'multiple' in select.attribs ? marked : usual
  return taken.map((one) => one.attribs.value ?? DomUtils.textContent(one))
}
