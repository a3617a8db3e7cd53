import { keepPreviousData } from '@tanstack/react-query'

/** Of a list that an exchange with the union above may change while it is looked at. */
export const followed = {
  placeholderData: keepPreviousData,
  refetchInterval: 10_000,
  refetchOnMount: 'always',
} as const
