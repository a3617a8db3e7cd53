import { requestTopic, topicWords, type RequestTopic } from '../../codes/care/topics'

export interface TopicProposal {
  readonly topic: RequestTopic
  /** The words of the text that speak for it, in their order. */
  readonly words: readonly string[]
}

/**
 * The topic that a text speaks of by the words of the list: most of its letters, then the one mentioned first. Null when
 * no word is known.
 */
export function proposeTopic(text: string): TopicProposal | null {
  let best: (TopicProposal & { readonly letters: number; readonly at: number }) | null = null
  for (const topic of requestTopic.values) {
    const found = topicWords[topic]
      .map((word) => ({ word, at: text.indexOf(word) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at)
    // A word that is part of another found word says nothing more.
    const words = found
      .map(({ word }) => word)
      .filter((word, _, all) => !all.some((other) => other !== word && other.includes(word)))
    const letters = words.reduce((sum, word) => sum + word.length, 0)
    const at = found[0]?.at ?? 0
    if (letters === 0) continue
    if (best === null || letters > best.letters || (letters === best.letters && at < best.at)) {
      best = { topic, words, letters, at }
    }
  }
  return best === null ? null : { topic: best.topic, words: best.words }
}
