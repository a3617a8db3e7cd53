import type { RosterField } from '../../model/roster'
import { toHalfWidth } from '../half-width'
import { codeValue } from './code-values'
import { bareWords } from './headings'
import { tidyText } from './text'

/** Two things in one cell, told apart where that is safe. */
export interface CombinedCell {
  /** What belongs to the column's own field. */
  readonly own: string
  readonly beside: { readonly field: RosterField; readonly text: string } | null
}

export type Splitter = (text: string) => CombinedCell | null

/** 张三（女）, 李四（回族）: what namesakes are told apart by is no part of the name. */
const splitMarkedName: Splitter = (text) => {
  if (!/[)）]$/.test(text)) return null
  const [, own = '', mark = ''] = /^([^(（]+)[(（]\s*(男|女|\p{Script=Han}{1,5}族)\s*[)）]$/u.exec(text) ?? []
  if (own === '') return null
  return { own, beside: { field: mark.endsWith('族') ? 'ethnicity' : 'gender', text: mark } }
}

/** 姓名（工号）: 张三（1001）. */
const splitNumberedName: Splitter = (text) => {
  const [, own = '', number = ''] = /^([^(（\d]+)[(（/\s]\s*([A-Za-z]{0,4}[\d-]{2,20})\s*[)）]?$/u.exec(text) ?? []
  return own === '' ? splitMarkedName(text) : { own, beside: { field: 'staffNumber', text: number } }
}

/** 学历学位: 本科/工学学士, 研究生（硕士）. */
const splitEducation: Splitter = (text) => {
  const parts = toHalfWidth(text)
    .split(/[()/、,;+\s]/)
    .filter((part) => part !== '')
  const isDegree = (part: string) => /(学士|硕士|博士)(学位)?$/.test(part)
  const degree = parts.findLast(isDegree)
  if (degree === undefined || parts.length < 2) return null
  const own = parts.filter((part) => part !== degree || part !== parts.at(-1)).join('/')
  const isPlain = own === '' || codeValue('education', text) !== undefined
  return { own: isPlain ? text : own, beside: { field: 'degree', text: degree } }
}

/** 部门/班组: 机加车间/一班; with more signs in it the whole is the department's name. */
const splitDepartment: Splitter = (text) => {
  const [own = '', group = '', ...more] = text.split(/[/／\\]/)
  if (own.trim() === '' || group.trim() === '' || more.length > 0) return null
  return { own: own.trim(), beside: { field: 'unionGroup', text: group.trim() } }
}

/** How the cells of a column are told apart; null where they hold one thing. */
export function splitterOf(field: RosterField, heading: string): Splitter | null {
  const words = bareWords(heading)
  if (field === 'name') return /[工编]号/.test(words) ? splitNumberedName : splitMarkedName
  if (field === 'education' && words.includes('学位')) return splitEducation
  return field === 'department' && /(班组|小组)$/.test(words) ? splitDepartment : null
}

/** A cell's text in two. */
export function splitText(splitter: Splitter | null, text: string): CombinedCell | null {
  return splitter === null || text === '' ? null : splitter(tidyText(text))
}
