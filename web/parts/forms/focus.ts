import { useEffect, useState } from 'react';

/** Puts the keyboard upon a part of the page by its id, once what changed is drawn. */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/**
 * Gives what puts the keyboard upon a part by its id together with what else is changed in the same breath: also where that replaces the part after an
 * answer, of which nobody knows whether it is drawn before the next frame or after it.
 */
export function useFocusOn(): (id: string) => void {
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (wanted) document.getElementById(wanted.id)?.focus();
  }, [wanted]);
  return (id) => setWanted({ id });
}

/** As `ref` of what takes the place of the control that somebody just used: the keyboard goes on from there. */
export function focusedAtFirst(element: HTMLElement | null): void {
  element?.focus();
}

/** As `ref` of what opens around fields or buttons: the keyboard goes to the first of them. */
export function firstFocused(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('input, button, select, textarea')?.focus();
}

/** As `ref` of what takes the place of something that the keyboard may have been in: it goes on from there, and is not taken from elsewhere. */
export function focusedIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) firstFocused(element);
}

/** Gives what goes to the first field of a form that is wrong, together with what says so: whoever reads that it is wrong is there already. */
export function useFocusFault(): (form: HTMLFormElement) => void {
  const [wrong, setWrong] = useState<{ readonly form: HTMLFormElement }>();
  useEffect(() => {
    wrong?.form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [wrong]);
  return (form) => setWrong({ form });
}
