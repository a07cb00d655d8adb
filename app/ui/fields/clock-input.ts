import type { InputHTMLAttributes } from 'react'
import { getLocale } from '#app/paraglide/runtime.js'

type ClockInput = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'pattern' | 'placeholder' | 'maxLength' | 'autoComplete'
>

/**
 * What makes an <input> one for a time of the day. Browsers write `type="time"` in their own language, with AM and PM on
 * a Vietnamese page: there it is a line of text with 24 hours instead.
 */
export function clockInput(): ClockInput {
  if (getLocale() !== 'vi') return { type: 'time' }
  return {
    type: 'text',
    inputMode: 'text',
    pattern: '([01]?[0-9]|2[0-3])[:h][0-5][0-9]',
    placeholder: '18:30',
    maxLength: 5,
    autoComplete: 'off',
  }
}
