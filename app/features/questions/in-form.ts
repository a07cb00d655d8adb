import { type AskingRule, askedQuestions } from './domain/asked-questions.ts'

/**
 * Asks in a form what the answers so far lead to, while they are given: the same rule as on the server, which asks by
 * rounds where there is no script. What is not asked is not sent.
 */
function askIn(holder: HTMLElement): void {
  const form = holder.closest('form')
  if (!form) return
  const rules: AskingRule[] = JSON.parse(holder.dataset.questions ?? '[]')
  const said = Object.fromEntries(rules.map(({ code }) => [code, valuesOf(form, `answers.${code}`)]))
  const [category = holder.dataset.category ?? ''] = valuesOf(form, 'category')
  const [language = document.documentElement.lang] = valuesOf(form, 'language')
  const asked = new Set(askedQuestions(rules, said, { category, language }).map(({ code }) => code))
  for (const part of holder.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]')) {
    const isAsked = asked.has(part.dataset.question ?? '')
    if (part.hidden !== isAsked) continue
    part.hidden = !isAsked
    part.disabled = !isAsked
  }
}

function valuesOf(form: HTMLFormElement, name: string): string[] {
  return [...form.elements].flatMap((control) => {
    if (!('value' in control) || !('name' in control) || control.name !== name) return []
    const isChoice = control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type)
    return isChoice && !control.checked ? [] : [String(control.value)]
  })
}

function askEverywhere(): void {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-questions]')) askIn(holder)
}

for (const sign of ['input', 'change']) document.addEventListener(sign, askEverywhere)
// What a browser puts back by itself, going back or loading anew, comes without a sign.
addEventListener('pageshow', askEverywhere)
addEventListener('typing-is-back', askEverywhere, true)
// A form that was answered stands where another stood.
addEventListener('answer-came', askEverywhere)
askEverywhere()
