npx -y pnpm@12 kehoach issue plans/trong-cay.yaml --demo --as "ubnd-tinh:vice_chair:Nguyễn Văn An" --lang en
npx -y pnpm@12 kehoach list --demo --plan trong-cay-2017 --lang en
