import type { CategoryDetails } from '#app/features/events/domain/categories/category-details.ts'
import type { StoredCategory } from '#app/features/events/domain/organized-events.server.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'

type Typed = Omit<CategoryDetails, 'accessCode' | 'companionLimit'> & {
  accessCode: string
  companionLimit: number | null
}

/** The stored category as its form shows it. */
export function categoryFormValues(stored: StoredCategory): FormValues {
  return {
    name: inBoth(stored.name),
    description: inBoth(stored.description),
    capacity: stored.capacity === null ? '' : String(stored.capacity),
    needsApproval: stored.needsApproval ? 'on' : '',
    emailDomains: stored.emailDomains.join('\n'),
    accessCode: stored.accessCode ?? '',
    companionLimit: stored.companionLimit === 0 ? '' : String(stored.companionLimit),
  }
}

export function categoryDetailsOf(typed: Typed): CategoryDetails {
  const { name, description, capacity, needsApproval, emailDomains, accessCode, companionLimit } = typed
  return {
    name,
    description,
    capacity,
    needsApproval,
    emailDomains,
    accessCode: accessCode || null,
    companionLimit: companionLimit ?? 0,
  }
}
