// The style sheets of the Mantine parts that any screen may use at once, in the order Mantine wants them. They live in
// a CSS layer, so a CSS module always wins. Whoever uses another part imports its sheet itself, beside its own module:
// `import '@mantine/core/styles/Tabs.layer.css';`. Fields come with ui/field-styles.ts, dialogs with ui/dialog-styles.ts.
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Button.layer.css';
import './base.css';
