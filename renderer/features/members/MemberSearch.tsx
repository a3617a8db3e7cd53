import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { SEARCH_BOX_ID } from '../../components/search-box'
import styles from './MemberListPage.module.css'

/** How long a pause in typing is until the list follows, in milliseconds. */
const TYPING_PAUSE = 120

interface MemberSearchProps {
  /** What the list shows now. */
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** Asked for by Ctrl+F on a page without a search box of its own. */
function wantsSearch(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'focusSearch' in state
}

/**
 * The search box of the member list. What is typed is its own at first, so that neither quick typing nor an input
 * method is disturbed by the list that follows; when something else changes the search, the box follows it.
 */
export function MemberSearch({ search, onSearch }: MemberSearchProps) {
  const { t } = useTranslation('members')
  const location = useLocation()
  const [box, setBox] = useState({ text: search, sent: search, seen: search })
  if (search !== box.seen) {
    const own = search === box.sent
    setBox({ text: own ? box.text : search, sent: search, seen: search })
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function type(text: string) {
    setBox((before) => ({ ...before, text }))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setBox((before) => ({ ...before, sent: text.trim() }))
      onSearch(text.trim())
    }, TYPING_PAUSE)
  }

  return (
    <Input
      id={SEARCH_BOX_ID}
      className={styles.search ?? ''}
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      prefix={<SearchOutlined />}
      allowClear
      autoFocus={wantsSearch(location.state)}
      maxLength={60}
      value={box.text}
      onChange={(event) => type(event.target.value)}
    />
  )
}
