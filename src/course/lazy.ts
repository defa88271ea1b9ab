/** Something that is made when it is first asked for, and then kept. */
export class Lazy<T> {
  readonly #make: () => T;
  #made: { readonly value: T } | undefined;

  constructor(make: () => T) {
    this.#make = make;
  }

  /** It was asked for already. */
  get isMade(): boolean {
    return this.#made !== undefined;
  }

  get value(): T {
    this.#made ??= { value: this.#make() };
    return this.#made.value;
  }
}
