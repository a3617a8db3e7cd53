import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'

interface StepperProps {
  /** What the buttons are called. */
  readonly previous: string
  readonly next: string
  readonly onStep: (by: 1 | -1) => void
  /** What is chosen now, between the buttons. */
  readonly children: ReactNode
}

/** One back and one on, around what is chosen. */
export function Stepper({ previous, next, onStep, children }: StepperProps) {
  return (
    <>
      <Button icon={<LeftOutlined />} aria-label={previous} title={previous} onClick={() => onStep(-1)} />
      {children}
      <Button icon={<RightOutlined />} aria-label={next} title={next} onClick={() => onStep(1)} />
    </>
  )
}
