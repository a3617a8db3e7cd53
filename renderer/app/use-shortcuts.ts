import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { SEARCH_BOX_ID } from '../components/search-box'

/**
 * Keys that hold on every page: Ctrl+F goes to the search box of the page, or to the member list where there is none;
 * Ctrl+N begins a new member.
 */
export function useShortcuts(): void {
  const navigate = useNavigate()

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.key === 'f') {
        event.preventDefault()
        const box = document.getElementById(SEARCH_BOX_ID)
        if (box === null) void navigate('/members', { state: { focusSearch: true } })
        else box.focus()
      } else if (event.key === 'n') {
        event.preventDefault()
        void navigate('/members/new')
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate])
}
