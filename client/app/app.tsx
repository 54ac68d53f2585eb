import { RouterProvider } from '@tanstack/react-router';
import { ApiProvider } from '#client/api/providers.tsx';
import { ThemeProvider } from '#client/ui/theme-provider.tsx';
import { router } from './routes.tsx';
import { SignInGate } from './sign-in-gate.tsx';

export function App() {
  return (
    <ThemeProvider>
      <ApiProvider>
        <SignInGate>
          <RouterProvider router={router} />
        </SignInGate>
      </ApiProvider>
    </ThemeProvider>
  );
}
