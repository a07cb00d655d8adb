import { useEffect, useInsertionEffect, useRef } from 'react'

let isHydrated = false

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type SetText = (name: string, text: string) => void

/**
 * Keeps what was typed and chosen while the script was still on its way: react-hook-form writes its own first values
 * into the fields when it takes them over.
 */
export function useEarlyTyping(setText: SetText) {
  const restore = useRef<(() => void)[]>([])
  // The last moment before fields are taken over, which happens when their refs are set.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before the first effect
  useInsertionEffect(() => {
    if (isHydrated) return
    const controls = [...document.querySelectorAll<Control>('form [name]')]
    restore.current = controls.flatMap((control) => restoring(control, setText) ?? [])
  }, [])
  useEffect(() => {
    isHydrated = true
    for (const one of restore.current.splice(0)) one()
  }, [])
}

/** How to bring back what a control holds now; null when it holds what it was sent with. */
function restoring(control: Control, setText: SetText): (() => void) | null {
  const { name, value } = control
  if (!('defaultChecked' in control) || !['radio', 'checkbox'].includes(control.type)) {
    return value === sentValue(control) ? null : () => setText(name, value)
  }
  const { checked } = control
  if (checked === control.defaultChecked || (control.type === 'radio' && !checked)) return null
  return () => {
    if (control.checked !== checked) control.click()
  }
}

function sentValue(control: Control): string {
  if (!('options' in control)) return control.defaultValue
  const sent = [...control.options].find((option) => option.defaultSelected) ?? control.options[0]
  return sent?.value ?? ''
}
