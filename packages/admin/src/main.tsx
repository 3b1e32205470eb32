// Starts the pages in the browser.

import "./styles/index.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AskTrouble } from "./api/ask.ts";
import { LanguageProvider } from "./language/language.tsx";
import { router } from "./router.tsx";

const client = new QueryClient({
  defaultOptions: {
    // An office without the internet still reaches its own server.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      // What the server refused it will refuse again; only silence is worth another try.
      retry: (count, error) =>
        count < 2 && !(error instanceof AskTrouble && error.status >= 400 && error.status < 500),
    },
  },
});

const root = document.getElementById("root");
if (root === null) throw new Error("The page lacks its root element.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
