// Builds the pages into the server's public folder, with relative addresses so that any mount prefix works.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../server/public",
    emptyOutDir: true,
    // Nothing is inlined as a data: address, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env.KEHOACH_API ?? "http://127.0.0.1:8042" } },
});
