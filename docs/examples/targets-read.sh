npx -y pnpm@12 kehoach target mot-cua-2017 dung-han --demo --as "so-noi-vu:clerk:Trần Văn Bình" --lang en
