/** A fact that a feature publishes. `P` holds ids only. */
export interface DomainEvent<P extends object> {
  /** `<feature>.<past-participle>`, such as `enrolment.completed`. */
  readonly name: string;
  /** Never set: carries the payload's type. */
  readonly payload?: P;
}

export function defineEvent<P extends object>(name: string): DomainEvent<P> {
  return { name };
}
