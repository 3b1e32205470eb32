npx -y pnpm@12 kehoach history trong-cay-2017 danh-sach@so-xay-dung --demo --lang en
npx -y pnpm@12 kehoach verify trong-cay-2017 --demo --lang en
