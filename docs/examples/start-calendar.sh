npx -y pnpm@12 kehoach show plans/trong-cay.yaml --calendar --lang en
