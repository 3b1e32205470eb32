npx -y pnpm@12 kehoach report mot-cua-2017 --input dung_han --period 2017-01 --value 1188 --demo --as "ubnd-vinh:clerk:Lê Thị Hoa" --lang en
npx -y pnpm@12 kehoach do mot-cua-2017 bao-cao-thang@ubnd-vinh#2017-01 submit --demo --as "ubnd-vinh:clerk:Lê Thị Hoa" --lang en
