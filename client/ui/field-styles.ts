// For whoever draws Mantine's fields: TextInput, PasswordInput, Textarea, NativeSelect, Checkbox.
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
