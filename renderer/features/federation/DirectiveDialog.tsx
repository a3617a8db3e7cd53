import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedDirective } from '../../../shared/contract/federation/directives'
import { api } from '../../client'
import { useDates } from '../../components/use-dates'
import { useErrorToast } from '../../components/use-error-toast'
import { AnswerFileField } from './AnswerFileField'
import styles from './federation.module.css'
import { useAskText } from './use-ask-text'

interface DirectiveDialogProps {
  readonly directive: ReceivedDirective
  readonly onClose: () => void
}

/** A figure as it is typed, in hundredths; null for what is none. */
function figureOf(typed: string): number | null {
  const plain = typed.trim().replaceAll(',', '')
  if (!/^-?\d{1,10}(\.\d{1,2})?$/.test(plain)) return null
  return Math.round(Number(plain) * 100)
}

/** A directive in full, with its answer. */
export function DirectiveDialog({ directive, onClose }: DirectiveDialogProps) {
  const { t } = useTranslation(['directives', 'common'])
  const dates = useDates()
  const askText = useAskText()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { id, title, text, asks, unit, dueOn, withdrawnAt, issuedAt, answer } = directive
  const [figure, setFigure] = useState(answer?.figure === null || answer === null ? '' : String(answer.figure / 100))
  const [words, setWords] = useState(answer?.text ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [by, setBy] = useState(answer?.by ?? '')
  const [hasTried, setHasTried] = useState(false)
  const send = useMutation(
    api.federation.directives.answer.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        void message.success(t(asks === 'file' ? 'sentFile' : 'sent'))
        onClose()
      },
      onError: useErrorToast(),
    }),
  )
  const isOpen = withdrawnAt === null
  const isFigureWrong = asks === 'figure' && figureOf(figure) === null
  const isTextMissing = asks === 'text' && words.trim() === ''
  const answered = answer?.file ?? null
  const isFileMissing = asks === 'file' && file === null && answered === null

  function submit() {
    setHasTried(true)
    if (isFigureWrong || isTextMissing || isFileMissing) return
    const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim())
    send.mutate({ id, answer: { figure: figureOf(figure), text: orNull(words), by: orNull(by) }, file })
  }

  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={submit}
      okText={answer === null ? t(asks === 'acknowledgement' ? 'acknowledge' : 'send') : t('answerAgain')}
      cancelText={t('common:close')}
      okButtonProps={{ loading: send.isPending, ...(isOpen ? {} : { hidden: true }) }}
    >
      <p>
        {[
          t('issued', { date: dates.moment(issuedAt) }),
          dueOn === null ? t('noDue') : t('due', { date: dates.longDay(dueOn) }),
          askText(directive),
        ].join(' · ')}
      </p>
      <p className={styles.words}>{text}</p>
      {isOpen ? (
        <Form layout="vertical">
          {asks === 'figure' && (
            <Form.Item
              htmlFor="directive-figure"
              label={unit === null ? t('figure') : t('figureUnit', { unit })}
              required
              validateStatus={hasTried && isFigureWrong ? 'error' : ''}
              help={hasTried && isFigureWrong ? t('figureWrong') : null}
            >
              <Input
                id="directive-figure"
                inputMode="decimal"
                value={figure}
                onChange={(event) => setFigure(event.target.value)}
              />
            </Form.Item>
          )}
          {asks === 'file' && (
            <Form.Item
              label={t('file')}
              required
              validateStatus={hasTried && isFileMissing ? 'error' : ''}
              help={hasTried && isFileMissing ? t('fileMissing') : null}
            >
              <AnswerFileField directiveId={id} answered={answered} chosen={file} onChoose={setFile} />
            </Form.Item>
          )}
          <Form.Item
            htmlFor="directive-text"
            label={asks === 'text' ? t('text') : t('remark')}
            required={asks === 'text'}
            validateStatus={hasTried && isTextMissing ? 'error' : ''}
          >
            <Input.TextArea
              id="directive-text"
              rows={3}
              maxLength={5000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Form.Item>
          <Form.Item htmlFor="directive-by" label={t('by')}>
            <Input id="directive-by" maxLength={60} value={by} onChange={(event) => setBy(event.target.value)} />
          </Form.Item>
        </Form>
      ) : (
        <p>{t('state.withdrawn')}</p>
      )}
    </Modal>
  )
}
