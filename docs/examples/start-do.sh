npx -y pnpm@12 kehoach do trong-cay-2017 danh-sach@so-xay-dung progress --percent 60 --demo --as "so-xay-dung:clerk:Lê Thị Hoa" --lang en
npx -y pnpm@12 kehoach do trong-cay-2017 danh-sach@so-xay-dung submit --demo --as "so-xay-dung:clerk:Lê Thị Hoa" --product "product=12/BC-SXD,31/01/2017" --on-behalf-of "Phạm Văn Dũng,Giám đốc" --lang en
