/** Where a link that was mailed to a contact leads, by its token. */
export const unsubscribePath = (token: string) => `/unsubscribe/${token}`
export const preferencesPath = (token: string) => `/preferences/${token}`
export const subscriptionPath = (token: string) => `/subscriptions/${token}`
