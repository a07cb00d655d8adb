/** Where a link that was mailed to a supporter leads, by its token. */
export const supportingPath = (token: string) => `/supporting/${token}`
export const joiningPath = (token: string) => `/joining/${token}`
export const introductionPath = (token: string) => `/introductions/${token}`
