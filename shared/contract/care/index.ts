import { gifts } from './gifts'

/** Care 服务: what members are given on their occasions, families in hardship, requests, simple registers. */
export const care = { gifts }
