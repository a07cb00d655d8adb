import type { Words } from '../event-details.ts'

/** Everything about a guest category that organizers write. */
export type CategoryDetails = {
  name: Words
  description: Words
  capacity: number | null
  needsApproval: boolean
  emailDomains: string[]
  accessCode: string | null
  /** How many a guest of it may bring. */
  companionLimit: number
}

/** The category a new event starts with: everybody, without a limit of its own. */
export const openCategory: CategoryDetails = {
  name: { vi: 'Khách mời', en: 'Guest' },
  description: {},
  capacity: null,
  needsApproval: false,
  emailDomains: [],
  accessCode: null,
  companionLimit: 0,
}
