npx -y pnpm@12 kehoach issue plans/trong-cay.yaml --data .kehoach/data --as "ubnd-tinh:vice_chair:Nguyễn Văn An" --on-behalf-of "Nguyễn Văn An,Phó Chủ tịch,KT." --lang en
