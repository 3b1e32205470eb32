npx -y pnpm@12 kehoach issue plans/mot-cua.yaml --demo --as "ubnd-tinh:vice_chair:Nguyễn Văn An" --lang en
npx -y pnpm@12 kehoach report mot-cua-2017 --input tiep_nhan --period 2017-01 --value 1250 --demo --as "ubnd-vinh:clerk:Lê Thị Hoa" --lang en
npx -y pnpm@12 kehoach report mot-cua-2017 --input dung_han --period 2017-01 --value 1300 --demo --as "ubnd-vinh:clerk:Lê Thị Hoa" --lang en
