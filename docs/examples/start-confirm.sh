npx -y pnpm@12 kehoach do trong-cay-2017 danh-sach@so-xay-dung confirm --demo --as "van-phong-ubnd-tinh:office:Trần Thị Bình" --lang en
