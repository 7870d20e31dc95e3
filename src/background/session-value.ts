/** A value kept for the browser's session, because the worker may be stopped at any time. Read once, written behind. */
import browser from '../messages/browser';

export class SessionValue<T> {
  readonly #key: string;
  readonly #first: T;
  #value: Promise<T> | undefined;
  #writing: Promise<void> | undefined;
  #isChanged = false;

  /** `first` is the value until one is stored. */
  constructor(key: string, first: T) {
    this.#key = key;
    this.#first = first;
  }

  /** The value itself, not a copy: call `store` after changing it. */
  get(): Promise<T> {
    this.#value ??= browser.storage.session.get(this.#key).then(({ [this.#key]: stored = this.#first }) => stored as T);
    return this.#value;
  }

  /** Stores the value as it is now. Changes made while it is being written share one further write. */
  async store(): Promise<void> {
    this.#isChanged = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#isChanged) {
      this.#isChanged = false;
      await browser.storage.session.set({ [this.#key]: await this.get() });
    }
  }
}
