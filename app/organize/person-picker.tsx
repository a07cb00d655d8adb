import { createElement, type ReactNode, useContext } from 'react'
import { m } from '#app/paraglide/messages.js'
import { NonceContext } from '#app/shared/http/nonce.ts'

/** What the field for choosing people says (public/person-picker.js). */
export const pickerWords = () => ({
  add: m['organize.picker.add']({ name: '{name}' }),
  elsewhere: m['organize.picker.elsewhere'](),
  failed: m['organize.picker.failed'](),
  found: m['organize.picker.found']({ count: '{count}' }),
  list: m['organize.picker.list'](),
  none: m['organize.picker.none'](),
})

/** Where that field looks people up at an event. */
export const peopleSource = (event: string) => `/organize/events/${event}/people/choices`

type PersonPickerProps = {
  /** Where people are looked up; without it the options of the select are all there are. */
  source?: string
  /** Somebody new can be named: the value of the select that says so, and the field that takes the name. */
  somebodyNew?: { value: string; nameField: string }
  /** Around a text field: it sends the id of whoever was chosen. */
  sendsId?: boolean
  children: ReactNode
}

/**
 * Makes one field for choosing a person out of the select or text field in it, searched by name, other spelling, position
 * or body without diacritics. Without script that field is there as it is.
 */
export function PersonPicker({ source, somebodyNew, sendsId, children }: PersonPickerProps) {
  const attributes = {
    class: 'person-picker',
    'data-words': JSON.stringify(pickerWords()),
    'data-source': source,
    'data-sends-id': sendsId ? '' : undefined,
    'data-new': somebodyNew?.value,
    'data-new-name': somebodyNew?.nameField,
  }
  return createElement('person-picker', attributes, children)
}

/** Its script, once in a page that has one. */
export function PickerScript() {
  const nonce = useContext(NonceContext)
  // Browsers hide the nonce from scripts, and so from hydration.
  return <script type="module" src="/person-picker.js" {...(nonce && { nonce })} suppressHydrationWarning />
}
