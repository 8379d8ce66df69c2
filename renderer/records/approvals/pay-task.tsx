// Paying what a task is about: on the page on which this company pays, a payment or a request for one, filled in from the bill.
import { useEffect } from 'react'
import type { TaskSubject } from '../task-actions.ts'
import { usePaying } from './use-paying.ts'

export const PayTask = ({ recordId, onClose }: TaskSubject) => {
  const { payDocument } = usePaying()
  useEffect(() => {
    void payDocument(recordId).then(onClose)
    // Once: the page that it opens takes over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return null
}
