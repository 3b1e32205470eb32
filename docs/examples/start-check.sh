npx -y pnpm@12 kehoach check plans/trong-cay.yaml --lang en
