npx -y pnpm@12 kehoach check plans/mot-cua.yaml --lang en
npx -y pnpm@12 kehoach show plans/mot-cua.yaml --lang en
npx -y pnpm@12 kehoach simulate plans/mot-cua.yaml --lang en
