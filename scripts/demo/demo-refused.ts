/** Why there is no demo, in a sentence for the person at the terminal. */
export class DemoRefused extends Error {
  override name = 'DemoRefused';
}
