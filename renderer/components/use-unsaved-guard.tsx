import { Modal } from 'antd'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'

interface UnsavedGuard {
  /** To be called when everything is saved, just before leaving the page. */
  readonly release: () => void
  /** The question asked on leaving; to be drawn by the page. */
  readonly dialog: ReactNode
}

/** Asks before a page with unsaved entries is left. */
export function useUnsavedGuard(dirty: boolean): UnsavedGuard {
  const { t } = useTranslation()
  const released = useRef(false)
  const blocker = useBlocker(() => dirty && !released.current)
  return {
    release: () => {
      released.current = true
    },
    dialog: (
      <Modal
        open={blocker.state === 'blocked'}
        title={t('unsaved.title')}
        okText={t('unsaved.stay')}
        cancelText={t('unsaved.leave')}
        closable={false}
        onOk={() => blocker.reset?.()}
        onCancel={() => blocker.proceed?.()}
        keyboard={false}
        mask={{ closable: false }}
      >
        {t('unsaved.text')}
      </Modal>
    ),
  }
}
